using System.Globalization;
using System.Text.RegularExpressions;

namespace Unfold.Results;

/// <summary>What the name of a run's own folder says: <c>&lt;seed&gt;-&lt;hash12&gt;[-n]</c>.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Hash">The first twelve digits of the run's identity.</param>
public sealed partial record RunFolderName(int Seed, string Hash)
{
    /// <summary>Reads a name, or the last part of a path; null where it is no run's.</summary>
    public static RunFolderName? Of(string folder)
    {
        var match = Pattern().Match(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        return match.Success && int.TryParse(match.Groups["seed"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? new RunFolderName(seed, match.Groups["hash"].Value)
            : null;
    }

    [GeneratedRegex(@"^(?<seed>-?\d+)-(?<hash>[0-9a-f]{12})(-\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Pattern();
}
