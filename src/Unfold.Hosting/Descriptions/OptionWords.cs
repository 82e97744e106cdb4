using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Types and rules of options in words.</summary>
internal static class OptionWords
{
    /// <summary>A type: <c>number or null</c>, <c>list of loss</c>, <c>plain | log-cosh</c>.</summary>
    public static string Type(OptionType type)
    {
        var name = type.Kind switch
        {
            OptionKind.Boolean => "true | false",
            OptionKind.Integer => "integer",
            OptionKind.Number => "number",
            OptionKind.String => "text",
            OptionKind.Choice => string.Join(" | ", type.Choices),
            OptionKind.List => $"list of {Type(type.Element!)}",
            _ => type.ComponentKind!,
        };
        return !type.Nullable ? name : type.Kind is OptionKind.Choice or OptionKind.Boolean ? $"{name} | null" : $"{name} or null";
    }

    /// <summary>What annotations allow: <c>at least 1 and at most 10</c>.</summary>
    public static string Rules(OptionRules rules) => string.Join(", ", Parts(rules));

    private static IEnumerable<string> Parts(OptionRules rules)
    {
        if (rules.Range is { } range)
            yield return $"{range}";
        if (rules.Length is { } length)
            yield return $"length {length}";
        if (rules.Pattern is { } pattern)
            yield return $"like {pattern}";
        if (rules.Allowed.Count > 0)
            yield return $"one of {string.Join(", ", rules.Allowed)}";
        if (rules.Denied.Count > 0)
            yield return $"none of {string.Join(", ", rules.Denied)}";
    }
}
