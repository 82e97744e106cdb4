namespace Unfold;

/// <summary>
/// How pixels become the numbers that networks see: <c>(pixel − Mean) / StandardDeviation</c>. Measurements, noise levels and
/// losses are in those normalised units; MSE, PSNR and SSIM are reported in pixel units.
/// </summary>
/// <param name="Minimum">Smallest pixel value, 0 for images; −∞ for signals without a range.</param>
/// <param name="Maximum">Largest pixel value, 1 for images; ∞ for signals without a range.</param>
/// <param name="Mean">Subtracted.</param>
/// <param name="StandardDeviation">Divided by; positive.</param>
public sealed record PixelScale(double Minimum, double Maximum, double Mean, double StandardDeviation)
{
    /// <summary>No range, mean 0, standard deviation 1: networks see the signals as they are.</summary>
    public static PixelScale Unbounded { get; } = new(double.NegativeInfinity, double.PositiveInfinity, 0, 1);

    /// <summary>Whether signals have a range. Without one nothing is clipped, and there is no peak for a PSNR, no range for an SSIM.</summary>
    public bool IsBounded => double.IsFinite(Minimum) && double.IsFinite(Maximum);

    /// <summary>The lower end of the range in normalised units.</summary>
    public double NormalizedMinimum => (Minimum - Mean) / StandardDeviation;

    /// <summary>The upper end of the range in normalised units.</summary>
    public double NormalizedMaximum => (Maximum - Mean) / StandardDeviation;
}
