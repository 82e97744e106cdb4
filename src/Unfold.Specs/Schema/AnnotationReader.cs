using System.Globalization;

namespace Unfold.Specs;

/// <summary>What the annotations of System.ComponentModel.DataAnnotations mean: one rule for the reader of symbols and the reader of metadata.</summary>
public static class AnnotationReader
{
    private const string Space = "System.ComponentModel.DataAnnotations.";

    private static readonly Dictionary<string, Func<OptionRules, Annotation, OptionRules>> Readers = new(StringComparer.Ordinal)
    {
        [Space + "RangeAttribute"] = (rules, a) => rules with { Range = Range(a) },
        [Space + "MinLengthAttribute"] = (rules, a) => Between(rules, Count(a, 0), int.MaxValue),
        [Space + "MaxLengthAttribute"] = (rules, a) => Between(rules, 0, Count(a, 0)),
        [Space + "LengthAttribute"] = (rules, a) => Between(rules, Count(a, 0), Count(a, 1)),
        [Space + "StringLengthAttribute"] = (rules, a) => Between(rules, a.Named.TryGetValue("MinimumLength", out var least) && least is int least32 ? least32 : 0, Count(a, 0)),
        [Space + "RegularExpressionAttribute"] = (rules, a) => rules with { Pattern = a.Arguments[0] as string },
        [Space + "AllowedValuesAttribute"] = (rules, a) => rules with { Allowed = Texts(a) },
        [Space + "DeniedValuesAttribute"] = (rules, a) => rules with { Denied = Texts(a) },
    };

    /// <summary>Whether an attribute of this full name is read. Others, a plugin's own among them, are known to the running program alone.</summary>
    public static bool Knows(string attribute) => Readers.ContainsKey(attribute);

    /// <summary>The rules of an option.</summary>
    public static OptionRules Read(IEnumerable<Annotation> annotations) =>
        annotations.Where(a => Knows(a.Name)).Aggregate(OptionRules.None, (rules, annotation) => Readers[annotation.Name](rules, annotation));

    private static OptionRules Between(OptionRules rules, int least, int most) => rules with
    {
        Length = new LengthRange(Math.Max(least, rules.Length?.Minimum ?? 0), Math.Min(most, rules.Length?.Maximum ?? int.MaxValue)),
    };

    // MaxLength without an argument, or with -1, is the longest that there is.
    private static int Count(Annotation annotation, int at) => annotation.Arguments.Count > at && annotation.Arguments[at] is int count && count >= 0 ? count : int.MaxValue;

    // (int, int), (double, double), or (Type, string, string): the last two. Those of another type, a date's, are no numbers.
    private static NumberRange? Range(Annotation annotation)
    {
        var bounds = annotation.Arguments.Skip(annotation.Arguments.Count - 2).Select(Number).ToList();
        bool Named(string name) => annotation.Named.TryGetValue(name, out var flag) && flag is true;
        return bounds is [{ } low, { } high] ? new NumberRange(low, high, Named("MinimumIsExclusive"), Named("MaximumIsExclusive")) : null;
    }

    private static double? Number(object? bound) => bound switch
    {
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static EquatableArray<string> Texts(Annotation annotation) => new([.. annotation.Arguments.OfType<string>()]);
}
