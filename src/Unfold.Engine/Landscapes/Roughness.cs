namespace Unfold.Engine.Landscapes;

/// <summary>How far a surface is from the bowl that a smooth loss would be.</summary>
internal static class Roughness
{
    /// <summary>
    /// RMS deviation of the surface from its best quadratic fit, over |L(θ*)|. Noise counts for what it is, against the loss: a measure
    /// of the normalised surface, such as its total variation, calls a flat surface with a little noise rough.
    /// </summary>
    /// <returns>The figure; NaN where a value is not finite.</returns>
    public static double Of(IReadOnlyList<double> offsets, IReadOnlyList<IReadOnlyList<double>> values)
    {
        if (values.Any(row => row.Any(v => !double.IsFinite(v))))
            return double.NaN;
        var left = QuadraticFit.Residuals(offsets, values);
        var centre = values[values.Count / 2][values[0].Count / 2];
        return Math.Sqrt(left.SelectMany(r => r).Average(r => r * r)) / Math.Abs(centre);
    }
}
