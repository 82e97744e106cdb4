using System.Globalization;
using System.Text.RegularExpressions;

namespace Unfold.Specs;

/// <summary>Values against the annotations of their option: what is wrong, or null.</summary>
internal static class RuleCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>A number.</summary>
    public static string? Number(string name, string literal, OptionRules rules) =>
        rules.Range is not { } range || range.Contains(double.Parse(literal, CultureInfo.InvariantCulture)) ? null : $"'{name}' is {literal}, and must be {range}";

    /// <summary>A string.</summary>
    public static string? Text(string name, string text, OptionRules rules)
    {
        if (rules.Length is { } length && !length.Contains(text.Length))
            return $"'{name}' has {text.Length} characters, and must have {length}";
        if (rules.Pattern is { } pattern && !Matches(text, pattern))
            return $"'{name}' is '{text}', and must match the regular expression {pattern}";
        if (rules.Allowed.Count > 0 && !rules.Allowed.Contains(text))
            return $"'{name}' cannot be '{text}'; {NearestNames.Hint(text, rules.Allowed)}";
        return rules.Denied.Contains(text) ? $"'{name}' cannot be '{text}'" : null;
    }

    /// <summary>A list as a whole.</summary>
    public static string? List(string name, int count, OptionRules rules) =>
        rules.Length is not { } length || length.Contains(count) ? null : $"'{name}' has {count} elements, and must have {length}";

    /// <summary>As [RegularExpression] does it. A pattern that is none, or that never ends, is the running program's to tell.</summary>
    private static bool Matches(string text, string pattern)
    {
        if (text.Length == 0)
            return true;
        try
        {
            var match = Regex.Match(text, pattern, RegexOptions.None, Longest);
            return match is { Success: true, Index: 0 } && match.Length == text.Length;
        }
        catch (Exception undecided) when (undecided is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
