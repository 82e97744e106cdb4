using System.Globalization;
using Unfold.Engine.Evaluation;

namespace Unfold.Engine.Runs;

/// <summary>How the figures of results.json are defined, in words, beside them.</summary>
internal static class MetricConventions
{
    public static SortedDictionary<string, string> Of(PixelScale scale) => new(StringComparer.Ordinal)
    {
        ["clipping"] = string.Create(CultureInfo.InvariantCulture, $"estimates are clipped to the dataset's range [{scale.Minimum}, {scale.Maximum}], never to the truth's"),
        ["psnr"] = $"mean of per-image PSNR, peak 1, capped at {ImageMetrics.PsnrCap} dB",
        ["nmse"] = "ratio of the sums over all test images, pixel units",
        ["ssim"] = "11×11 Gaussian window, σ = 1.5, valid positions, range 1",
        ["units"] = string.Create(CultureInfo.InvariantCulture, $"MSE, PSNR, SSIM in pixels; losses in (pixel − {scale.Mean})/{scale.StandardDeviation}"),
        ["gap"] = "test.mse − train.mse, same parameters and evaluation",
    };
}
