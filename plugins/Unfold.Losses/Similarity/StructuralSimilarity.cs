using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// 1 − SSIM (Wang et al. 2004) as the metric <c>test.ssim</c> takes it: Gaussian window 11×11, σ = 1.5, only where it fits, K₁ = 0.01, K₂ = 0.03, the data set's
/// range, mean over image and channels; here mean over the batch too. Estimates beyond the range are not cut off, as the metric does it: they would have no gradient.
/// </summary>
/// <param name="options">Nothing to set.</param>
[Component("ssim")]
public sealed class StructuralSimilarity(NoOptions options) : ILoss
{
    private const double K1 = 0.01;
    private const double K2 = 0.03;

    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFP132: the window does not fit into an image. UFP133: the data have no range.</exception>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (shape, scale) = (context.Problem.Shape, context.Problem.Scale);
        if (shape.Height < GaussianWindow.Size || shape.Width < GaussianWindow.Size)
        {
            throw new UnfoldException(
                "UFP132", $"loss 'ssim' compares windows of {GaussianWindow.Size} × {GaussianWindow.Size} pixels, and these images have {shape.Height} × {shape.Width}", "choose larger images, or another loss");
        }

        var range = scale.Maximum - scale.Minimum;
        if (!scale.IsBounded || range <= 0)
            throw new UnfoldException("UFP133", "loss 'ssim' is relative to the range of the data, and these have none", "choose data with a range, or another loss");
        var truth = context.Truth ?? throw new InvalidOperationException("A self-supervised loss has no truth to be similar to.");
        // Units in which the range is [0, 1].
        torch.Tensor Unit(torch.Tensor signals) => ((signals.to(torch.float64) * scale.StandardDeviation) + (scale.Mean - scale.Minimum)) / range;
        return (1 - Similarity(Unit(context.Output.Estimate), Unit(truth), shape)).to(context.Output.Estimate.dtype);
    }

    /// <summary>SSIM, mean over the batch, of images in [0, 1]: float64, as E[a²] − E[a]² cancels.</summary>
    private static torch.Tensor Similarity(torch.Tensor estimate, torch.Tensor truth, SignalShape shape)
    {
        var window = new GaussianWindow(shape, estimate.device);
        torch.Tensor Images(torch.Tensor signals) => signals.reshape(-1, 1, shape.Height, shape.Width);
        var (a, b) = (Images(estimate), Images(truth));
        var (meanA, meanB) = (window.Blur(a), window.Blur(b));
        var (squareA, squareB, product) = (meanA.square(), meanB.square(), meanA * meanB);
        var variances = window.Blur(a.square()) - squareA + window.Blur(b.square()) - squareB;
        var covariance = window.Blur(a * b) - product;
        return (((product * 2) + (K1 * K1)) * ((covariance * 2) + (K2 * K2)) / ((squareA + squareB + (K1 * K1)) * (variances + (K2 * K2)))).mean();
    }
}
