using System.Globalization;

namespace Unfold.Specs;

/// <summary>Values as text that is equal for equal values, however they were written: 10, 10.0 and 1e1 are one number.</summary>
internal static class CanonicalText
{
    private const double LargestExact = 1e15;

    /// <summary>The text of any value; members sorted by name.</summary>
    public static string Of(SpecNode node) => node switch
    {
        SpecObject item => $"{{{string.Join(",", item.Members.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name}:{Of(m.Value)}"))}}}",
        SpecArray list => $"[{string.Join(",", list.Items.Select(Of))}]",
        SpecScalar { Kind: SpecScalarKind.String } text => $"\"{text.Text}\"",
        SpecScalar { Kind: SpecScalarKind.Integer or SpecScalarKind.Number } number => Number(number.Text),
        SpecScalar word => word.Text,
        _ => "",
    };

    /// <summary>A number's shortest form.</summary>
    public static string Number(string literal)
    {
        if (long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole.ToString(CultureInfo.InvariantCulture);
        return double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Number(value) : literal;
    }

    /// <summary>A number's shortest form.</summary>
    public static string Number(double value) => value == Math.Truncate(value) && Math.Abs(value) < LargestExact
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
}
