using System.Security.Cryptography;
using System.Text;

namespace Unfold.Specs;

/// <summary>The names of cells: <c>deconet[layers=10,redundancy=5]</c>, the same on the command line, in folders and in legends.</summary>
internal static class CellNames
{
    private const int LongestLabel = 60;
    private const int KeptOfLong = 40;
    private const int LongestName = 200;

    /// <summary>A cell's name.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="values">The axes' short names and values.</param>
    public static string Of(string variant, IEnumerable<(string Name, SpecNode Value)> values)
    {
        var sorted = values.Select(v => $"{v.Name}={Label(v.Value)}").OrderBy(t => t, StringComparer.Ordinal).ToList();
        return sorted.Count == 0 ? variant : Fitting(variant, string.Join(",", sorted));
    }

    // A folder's name has at most 255 bytes, and a letter up to three.
    private static string Fitting(string variant, string values)
    {
        var whole = $"{variant}[{values}]";
        if (Encoding.UTF8.GetByteCount(whole) <= LongestName)
            return whole;
        var kept = values.Length;
        while (Encoding.UTF8.GetByteCount(values.Substring(0, kept)) > LongestName - Encoding.UTF8.GetByteCount(variant) - Digest(values).Length - 3)
            kept--;
        return $"{variant}[{values.Substring(0, kept)}~{Digest(values)}]";
    }

    /// <summary>The shortest endings of paths that tell them apart: layers, and continuation.steps beside architecture.steps.</summary>
    public static IReadOnlyDictionary<string, string> Short(IReadOnlyCollection<string> paths) =>
        paths.ToDictionary(p => p, p => Endings(p).First(e => e == p || paths.Count(q => q == e || q.EndsWith("." + e, StringComparison.Ordinal)) == 1), StringComparer.Ordinal);

    private static IEnumerable<string> Endings(string path)
    {
        for (var dot = path.LastIndexOf('.'); dot >= 0; dot = dot == 0 ? -1 : path.LastIndexOf('.', dot - 1))
            yield return path.Substring(dot + 1);
        yield return path;
    }

    private static string Label(SpecNode value)
    {
        var text = new StringBuilder();
        foreach (var letter in Describe(value))
            text.Append(char.IsLetterOrDigit(letter) || "._+-()=,".IndexOf(letter) >= 0 ? letter : '_');
        return text.Length switch
        {
            0 => "_",
            <= LongestLabel => text.ToString(),
            _ => text.ToString(0, KeptOfLong) + "~" + Digest(CanonicalText.Of(value)),
        };
    }

    private static string Describe(SpecNode value) => value switch
    {
        SpecScalar { Kind: SpecScalarKind.String } text => text.Text,
        SpecArray list => string.Join("+", list.Items.Select(Describe)),
        SpecObject component => (component.Use?.Text ?? "") + Options(component),
        _ => CanonicalText.Of(value),
    };

    private static string Options(SpecObject component)
    {
        var options = component.Members.Where(m => m.Name != "use").OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name}={Describe(m.Value)}").ToList();
        return options.Count == 0 ? "" : $"({string.Join(",", options)})";
    }

    // What is cut is told apart by its hash.
    private static string Digest(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(4).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
