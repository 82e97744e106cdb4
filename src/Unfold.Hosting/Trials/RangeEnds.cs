using System.Globalization;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>The last numbers inside a range and the first ones outside, as JSON would write them.</summary>
internal static class RangeEnds
{
    private const double LargestExactInteger = 1L << 53;

    /// <summary>The numbers of an option with a range; none at an end that is open.</summary>
    public static IEnumerable<(string Literal, bool IsInside)> Of(OptionType type, NumberRange range) => type.Kind == OptionKind.Integer
        ? Integers(range)
        : Numbers(range, type.ClrName == "System.Single");

    private static IEnumerable<(string Literal, bool IsInside)> Integers(NumberRange range)
    {
        if (Math.Abs(range.Minimum) < LargestExactInteger)
        {
            var lowest = (long)Math.Ceiling(range.Minimum) + (range.MinimumIsExclusive && Math.Ceiling(range.Minimum) == range.Minimum ? 1 : 0);
            yield return (Text(lowest), true);
            yield return (Text(lowest - 1), false);
        }

        if (Math.Abs(range.Maximum) < LargestExactInteger)
        {
            var highest = (long)Math.Floor(range.Maximum) - (range.MaximumIsExclusive && Math.Floor(range.Maximum) == range.Maximum ? 1 : 0);
            yield return (Text(highest), true);
            yield return (Text(highest + 1), false);
        }
    }

    private static IEnumerable<(string Literal, bool IsInside)> Numbers(NumberRange range, bool isSingle)
    {
        if (range.HasMinimum)
        {
            yield return (Text(range.MinimumIsExclusive ? Up(range.Minimum) : range.Minimum), true);
            yield return (Text(range.MinimumIsExclusive ? range.Minimum : Down(range.Minimum)), false);
        }

        if (range.HasMaximum)
        {
            yield return (Text(range.MaximumIsExclusive ? Down(range.Maximum) : range.Maximum), true);
            yield return (Text(range.MaximumIsExclusive ? range.Maximum : Up(range.Maximum)), false);
        }

        // Next to zero the next number is denormal: that is still the range's business.
        double Up(double value) => isSingle ? MathF.BitIncrement((float)value) : Math.BitIncrement(value);
        double Down(double value) => isSingle ? MathF.BitDecrement((float)value) : Math.BitDecrement(value);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
