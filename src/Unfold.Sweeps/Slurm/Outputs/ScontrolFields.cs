using System.Text.RegularExpressions;

namespace Unfold.Sweeps;

/// <summary>The fields of a line of scontrol: <c>JobId=5 JobName=a b=c JobState=RUNNING</c>. Nothing is quoted there, so a value ends before the next word that looks like a field's name.</summary>
internal static partial class ScontrolFields
{
    /// <summary>The fields. What a person may have written comes late in the line or looks like a field at worst: the first of a name counts, and JobName is read up to UserId.</summary>
    public static Dictionary<string, string> Of(string line)
    {
        // The name is the one free text before the fields that are read: it may look like any of them.
        var named = JobName().Match(line);
        var rest = named.Success ? string.Concat(line.AsSpan(0, named.Index), line.AsSpan(named.Index + named.Length)) : line;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Field().Matches(rest))
            fields.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value.Trim());
        if (named.Success)
            fields["JobName"] = named.Groups["value"].Value;
        return fields;
    }

    [GeneratedRegex(@"(^| )JobName=(?<value>.*?)(?= UserId=[^ ]+\([0-9]+\) GroupId=)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JobName();

    [GeneratedRegex(@"(?<=^| )(?<name>[A-Z][A-Za-z0-9_:/]*)=(?<value>.*?)(?= [A-Z][A-Za-z0-9_:/]*=|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
