using Unfold.Results;

namespace Unfold.Engine.Evaluation;

/// <summary>A network's figures on one split.</summary>
/// <param name="Loss">The training loss, in normalised units, without clipping.</param>
/// <param name="Mse">Mean squared error, pixel units, after clipping to the dataset's range.</param>
/// <param name="Psnr">Mean of per-image PSNR in dB, peak 1, each at most <see cref="ImageMetrics.PsnrCap"/>; NaN for signals without a range.</param>
/// <param name="PsnrOfMse">10·log10(1/<paramref name="Mse"/>) in dB; NaN for signals without a range.</param>
/// <param name="NmseDb">Ratio of the sums of squared errors and squared signals, pixel units, in dB.</param>
/// <param name="Ssim">Mean of per-image SSIM; NaN for signals smaller than its window or without a range.</param>
/// <param name="Images">The figures of every image.</param>
public sealed record SplitMetrics(double Loss, double Mse, double Psnr, double PsnrOfMse, double NmseDb, double Ssim, ImageFigures Images)
{
    /// <summary>Other losses by id, in normalised units, without clipping.</summary>
    public IReadOnlyDictionary<string, double> OtherLosses { get; init; } = new Dictionary<string, double>();
}
