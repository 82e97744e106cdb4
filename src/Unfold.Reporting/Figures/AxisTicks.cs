using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Unfold.Reporting;

/// <summary>The marks of an axis.</summary>
internal static class AxisTicks
{
    private static readonly double[] OneTwoFive = [1, 2, 5];

    /// <summary>Marks for values between two places of the axis.</summary>
    public static ITickGenerator Of(ChartAxis axis, double from, double to)
    {
        if (axis.Categories is { } words)
            return new NumericManual([.. words.Select((_, i) => (double)i)], [.. words]);
        if (!axis.IsLogarithmic)
            return new NumericAutomatic { IntegerTicksOnly = axis.IsWhole, LabelFormatter = value => Label(Math.Abs(value) < 1e-12 ? 0 : value), TargetTickCount = 6 };
        // A decade or two have 1, 2 and 5; more have their powers alone.
        var steps = to - from > 2.2 ? OneTwoFive[..1] : OneTwoFive;
        var every = Math.Max(1, (int)Math.Ceiling((to - from) / 8));
        var values = Enumerable.Range((int)Math.Floor(from), (int)Math.Ceiling(to - from) + 2)
            .Where(exponent => exponent % every == 0)
            .SelectMany(exponent => steps.Select(step => step * Math.Pow(10, exponent)))
            .ToArray();
        return new NumericManual([.. values.Select(Math.Log10)], [.. values.Select(Label)]);
    }

    private static string Label(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1e6 => Numbers.Text(value / 1e6, "0.##") + " M",
        >= 1e4 => Numbers.Text(value / 1e3, "0.##") + " k",
        < 1e-4 => Numbers.Text(value, "0e0"),
        _ => value.ToString("0.#####", CultureInfo.InvariantCulture).Replace('-', '−'),
    };
}
