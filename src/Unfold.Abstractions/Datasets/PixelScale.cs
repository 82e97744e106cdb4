namespace Unfold;

/// <summary>
/// How pixels become the numbers that networks see: <c>(pixel − Mean) / StandardDeviation</c>. Measurements, noise levels and
/// losses are in those normalised units; MSE, PSNR and SSIM are reported in pixel units.
/// </summary>
/// <param name="Minimum">Smallest pixel value, 0 for images.</param>
/// <param name="Maximum">Largest pixel value, 1 for images.</param>
/// <param name="Mean">Subtracted.</param>
/// <param name="StandardDeviation">Divided by; positive.</param>
public sealed record PixelScale(double Minimum, double Maximum, double Mean, double StandardDeviation)
{
    /// <summary>The lower end of the range in normalised units.</summary>
    public double NormalizedMinimum => (Minimum - Mean) / StandardDeviation;

    /// <summary>The upper end of the range in normalised units.</summary>
    public double NormalizedMaximum => (Maximum - Mean) / StandardDeviation;
}
