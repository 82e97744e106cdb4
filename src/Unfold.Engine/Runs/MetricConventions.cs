using System.Globalization;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Problems;

namespace Unfold.Engine.Runs;

/// <summary>How the figures of results.json are defined, in words, beside them.</summary>
internal static class MetricConventions
{
    public static SortedDictionary<string, string> Of(PreparedProblem prepared)
    {
        var scale = prepared.Problem.Scale;
        var conventions = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["gap"] = "test.mse − train.mse, same parameters and evaluation",
        };
        if (scale.IsBounded)
        {
            conventions["clipping"] = string.Create(CultureInfo.InvariantCulture, $"estimates are clipped to the dataset's range [{scale.Minimum}, {scale.Maximum}], never to the truth's");
            conventions["nmse"] = "ratio of the sums over all test images, pixel units";
            conventions["psnr"] = $"mean of per-image PSNR, peak 1, capped at {ImageMetrics.PsnrCap} dB";
            conventions["ssim"] = "11×11 Gaussian window, σ = 1.5, valid positions, range 1";
            conventions["units"] = string.Create(CultureInfo.InvariantCulture, $"MSE, PSNR, SSIM in pixels; losses in (pixel − {scale.Mean})/{scale.StandardDeviation}");
        }
        else
        {
            conventions["clipping"] = "estimates are not clipped: the dataset has no range";
            conventions["psnr"] = "no PSNR and no SSIM: the dataset has no range, and so no peak";
            conventions["nmse"] = "ratio of the sums over all test signals";
            conventions["units"] = string.Create(CultureInfo.InvariantCulture, $"MSE in the units of the signals; losses in (signal − {scale.Mean})/{scale.StandardDeviation}");
        }

        if (prepared.TestImages is { } images)
        {
            var block = prepared.Problem.Shape;
            conventions["images"] = $"MSE, PSNR, SSIM and NMSE of {images.Count} test images put together from blocks of {block.Height}×{block.Width} and cropped; losses, and train.mse in the gap, of blocks";
        }

        if (prepared.Redraw is not null)
            conventions["train"] = "other training signals in every epoch; figures on training signals are taken on the first draw, on which no step was made";
        return conventions;
    }
}
