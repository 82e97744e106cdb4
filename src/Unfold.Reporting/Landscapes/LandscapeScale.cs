using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>
/// One scale of colours, heights and contour lines for the landscapes of all runs that are compared: the same colour is the same loss.
/// Logarithmic where all values are positive and the largest is at least ten times the smallest.
/// </summary>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="IsLogarithmic">Whether colours and heights follow the logarithm.</param>
public sealed record LandscapeScale(double Minimum, double Maximum, bool IsLogarithmic)
{
    private const int Lines = 12;

    /// <summary>The scale of some landscapes; a value that is not finite is no part of it.</summary>
    /// <param name="landscapes">Those that are compared.</param>
    /// <param name="split"><c>batch</c> or <c>test</c>.</param>
    /// <param name="loss"><c>train</c> or <c>mse</c>.</param>
    public static LandscapeScale Of(IEnumerable<LossLandscape> landscapes, string split, string loss)
    {
        ArgumentNullException.ThrowIfNull(landscapes);
        var values = landscapes.SelectMany(l => Surface(l, split, loss).Values).SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty().ToList();
        var (low, high) = (values.Min(), values.Max());
        return new LandscapeScale(low, high, low > 0 && high / low >= 10);
    }

    /// <summary>The surface of a split and loss.</summary>
    /// <exception cref="InvalidOperationException">The landscape has none.</exception>
    public static LandscapeSurface Surface(LossLandscape landscape, string split, string loss)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        return landscape.Surfaces.First(s => s.Split == split && s.Loss == loss);
    }

    /// <summary>The height of a value, 0 at the minimum and 1 at the maximum; NaN where it is not finite.</summary>
    public double Height(double value)
    {
        if (!double.IsFinite(value))
            return double.NaN;
        var (low, high, at) = IsLogarithmic ? (Math.Log(Minimum), Math.Log(Maximum), Math.Log(value)) : (Minimum, Maximum, value);
        return high > low ? Math.Clamp((at - low) / (high - low), 0, 1) : 0.5;
    }

    /// <summary>The value of a height.</summary>
    public double Value(double height) =>
        IsLogarithmic ? Math.Exp(Math.Log(Minimum) + (height * (Math.Log(Maximum) - Math.Log(Minimum)))) : Minimum + (height * (Maximum - Minimum));

    /// <summary>The heights that contour lines are drawn at.</summary>
    internal static double[] ContourHeights { get; } = [.. Enumerable.Range(1, Lines).Select(i => i / (Lines + 1.0))];
}
