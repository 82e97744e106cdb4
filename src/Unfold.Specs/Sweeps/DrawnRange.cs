using System.Globalization;

namespace Unfold.Specs;

/// <summary>A range without steps: the values of an axis are drawn from it.</summary>
/// <param name="Place">Where it was written.</param>
/// <param name="From">The smaller end.</param>
/// <param name="To">The larger end.</param>
/// <param name="IsLog">Whether every ratio is as likely, and not every difference.</param>
/// <param name="IsWhole">Whether integers are drawn: both ends were written as such.</param>
internal sealed record DrawnRange(SpecPlace Place, double From, double To, bool IsLog, bool IsWhole)
{
    private const int UsualDigits = 3;
    private const int MostDigits = 12;

    /// <summary>How many values there are, as far as that is a matter of counting.</summary>
    public double Count => IsWhole ? To - From + 1 : double.PositiveInfinity;

    /// <summary>The value at a part of the range.</summary>
    /// <param name="part">At least 0, below 1.</param>
    public SpecScalar At(double part)
    {
        // Both ends are integers that are drawn: the last one begins where the next would.
        var value = Inner(part, IsWhole ? To + 1 : To);
        var text = CanonicalText.Number(Within(IsWhole ? Math.Floor(value) : Rounded(value)));
        return new SpecScalar(Place, AxisRange.IsWhole(text) ? SpecScalarKind.Integer : SpecScalarKind.Number, text);
    }

    private double Within(double value) => Math.Max(From, Math.Min(To, value));

    private double Inner(double part, double end) => IsLog ? From * Power(Math.Sqrt(end) / Math.Sqrt(From), part) : (From * (1 - part)) + (end * part);

    // root^(2·part), by roots alone: Math.Exp and Math.Log may differ in the last digit from machine to machine, Math.Sqrt may not.
    private static double Power(double root, double part)
    {
        var power = 1.0;
        for (; part > 0 && root != 1; root = Math.Sqrt(root))
        {
            part *= 2;
            if (part < 1)
                continue;
            power *= root;
            part--;
        }

        return power;
    }

    // Short in a cell's name; a narrow range gets the digits that tell its values apart.
    private double Rounded(double value)
    {
        var digits = UsualDigits;
        for (var width = (To - From) * 10; width < Math.Max(Math.Abs(From), Math.Abs(To)) && digits < MostDigits; width *= 10)
            digits++;
        return double.Parse(value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
