using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace Unfold.Engine.Identity;

/// <summary>A run's canonical spec and its SHA-256: two runs with the same hash are the same run.</summary>
/// <param name="Json">The resolved spec, defaults filled in, indented for people.</param>
/// <param name="Sha256">SHA-256 (lower-case hex) of the canonical bytes: the resolved spec without what is null or an empty list.</param>
public sealed record RunIdentity(string Json, string Sha256)
{
    /// <summary>The first twelve digits, for folder names.</summary>
    public string ShortHash => Sha256[..12];

    /// <summary>Computes the identity of a typed spec.</summary>
    public static RunIdentity Of(TrainingSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var canonical = CanonicalJson.Of(spec);
        var bytes = Encoding.UTF8.GetBytes(CanonicalJson.WithoutUnset(canonical).ToString(Formatting.None));
        return new RunIdentity(canonical.ToString(Formatting.Indented), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
