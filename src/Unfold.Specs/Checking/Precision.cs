using System.Globalization;

namespace Unfold.Specs;

/// <summary>Numbers that their type cannot hold as they are written.</summary>
internal static class Precision
{
    private const int AlwaysKeptByDouble = 15;
    private const int AlwaysKeptBySingle = 6;

    // Runtimes differ in which of these is the shortest that reads back.
    private static readonly string[] DoubleForms = ["R", "G15", "G16", "G17"];
    private static readonly string[] SingleForms = ["R", "G7", "G8", "G9"];

    /// <summary>What a literal becomes as a double or float, or null where no digit is lost.</summary>
    public static string? Loss(string literal, string clrType)
    {
        var isSingle = clrType == "System.Single";
        var digits = Normal(literal);
        if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return null;
        var isKept = digits.Digits.Length <= (isSingle ? AlwaysKeptBySingle : AlwaysKeptByDouble);
        if (isKept && (digits.Digits.Length == 0 || IsNormal(value, isSingle)))
            return null;
        var forms = isSingle ? Forms((float)value) : Forms(value);
        return forms.Any(f => Normal(f) == digits) ? null : forms[0];
    }

    private static string[] Forms(double value) => [.. DoubleForms.Select(f => value.ToString(f, CultureInfo.InvariantCulture))];

    private static string[] Forms(float value) => [.. SingleForms.Select(f => value.ToString(f, CultureInfo.InvariantCulture))];

    // Near zero, and beyond a float's range, digits get lost however few they are.
    private static bool IsNormal(double value, bool isSingle) =>
        isSingle ? Math.Abs(value) is > 1.2e-38 and < 3.4e38 : Math.Abs(value) is > 2.3e-308;

    /// <summary>Sign, digits without leading and trailing zeros, and the exponent of the last digit.</summary>
    private static (bool IsNegative, string Digits, int Exponent) Normal(string literal)
    {
        var isNegative = literal[0] == '-';
        var e = literal.IndexOfAny(['e', 'E']);
        var mantissa = (e < 0 ? literal : literal.Substring(0, e)).TrimStart('-');
        var exponent = e >= 0 && int.TryParse(literal.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? written : 0;
        var point = mantissa.IndexOf('.');
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "").TrimStart('0');
        var kept = digits.TrimEnd('0');
        return kept.Length == 0 ? (false, "", 0) : (isNegative, kept, exponent + digits.Length - kept.Length);
    }
}
