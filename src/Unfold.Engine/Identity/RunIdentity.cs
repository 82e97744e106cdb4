using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Engine.Identity;

/// <summary>A run's canonical spec and its hashes: two runs with the same <see cref="Sha256"/> are the same run.</summary>
/// <param name="Json">The resolved spec, defaults filled in, indented for people.</param>
/// <param name="SpecSha256">
/// SHA-256 (lower-case hex) of what was asked for: of the canonical bytes, which are the resolved spec without what is null or an empty list, and of the
/// teachers' own. The same on every machine.
/// </param>
/// <param name="Sha256">
/// SHA-256 of the run: of the canonical bytes and of the teachers' parameters, so that a student is another run when its teacher was
/// trained again to other parameters. Equal to <paramref name="SpecSha256"/> for a run without teachers.
/// </param>
public sealed record RunIdentity(string Json, string SpecSha256, string Sha256)
{
    /// <summary>The first twelve digits, for folder names.</summary>
    public string ShortHash => Sha256[..12];

    /// <summary>Computes the identity of a typed spec.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="teachers">The runs that it learns from, by the names that the spec gives them; none by default.</param>
    public static RunIdentity Of(TrainingSpec spec, IReadOnlyDictionary<string, TeacherRecord>? teachers = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return OfRecorded(CanonicalJson.Of(spec), teachers);
    }

    /// <summary>Computes the identity of a spec as a run recorded it: what it was then, whatever its components' options are today.</summary>
    /// <param name="canonical">Its spec.json.</param>
    /// <param name="teachers">The runs that it learnt from; none by default.</param>
    public static RunIdentity OfRecorded(JObject canonical, IReadOnlyDictionary<string, TeacherRecord>? teachers = null)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        return new RunIdentity(
            canonical.ToString(Formatting.Indented),
            Hash(canonical, teachers, t => t.SpecSha256),
            Hash(canonical, teachers, t => t.ParametersSha256));
    }

    private static string Hash(JObject canonical, IReadOnlyDictionary<string, TeacherRecord>? teachers, Func<TeacherRecord, string> ofTeacher)
    {
        var whole = (JObject)CanonicalJson.WithoutUnset(canonical);
        // By the teachers' names, which the canonical form holds where they are used.
        if (teachers is { Count: > 0 })
            whole["teachers"] = new JObject(teachers.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new JProperty(t.Key, ofTeacher(t.Value))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole.ToString(Formatting.None))));
    }
}
