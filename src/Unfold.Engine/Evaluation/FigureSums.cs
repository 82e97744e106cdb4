using TorchSharp;
using Unfold.Results;

namespace Unfold.Engine.Evaluation;

/// <summary>Gathers the figures of a split's images, part by part; nothing is fetched from the device before the end.</summary>
/// <param name="scale">The signals' range.</param>
/// <param name="device">Where they are.</param>
internal sealed class FigureSums(PixelScale scale, torch.Device device)
{
    // MSE, PSNR, squared error, squared signal.
    private readonly torch.Tensor _sums = torch.zeros(4, dtype: torch.float64, device: device);
    private readonly List<torch.Tensor> _mse = [];
    private readonly List<torch.Tensor> _ssim = [];

    /// <summary>Adds images, in pixel units; called in a scope within that of the sums.</summary>
    /// <param name="estimate">[batch, n].</param>
    /// <param name="truth">[batch, n].</param>
    /// <param name="shape">Of each.</param>
    public void Add(torch.Tensor estimate, torch.Tensor truth, SignalShape shape)
    {
        var mse = ImageMetrics.Mse(estimate, truth);
        var sums = new[] { mse.sum(), ImageMetrics.Psnr(mse).sum(), (estimate - truth).square().sum(), truth.square().sum() };
        _sums.add_(torch.stack([.. sums.Select(s => s.to(torch.float64))]));
        _mse.Add(mse.MoveToOuterDisposeScope());
        if (scale.IsBounded && ImageMetrics.Ssim(estimate, truth, shape) is { } ssim)
            _ssim.Add(ssim.MoveToOuterDisposeScope());
    }

    /// <summary>The figures of all that were added.</summary>
    /// <param name="loss">The training loss, which is no figure of images.</param>
    public SplitMetrics Metrics(double loss)
    {
        var totals = _sums.cpu().data<double>().ToArray();
        var images = new ImageFigures(Values(_mse), scale.IsBounded ? Values(_mse.Select(ImageMetrics.Psnr)) : [], Values(_ssim));
        var mse = totals[0] / images.Mse.Count;
        return new SplitMetrics(
            Loss: loss,
            Mse: mse,
            Psnr: scale.IsBounded ? totals[1] / images.Mse.Count : double.NaN,
            PsnrOfMse: scale.IsBounded ? -10 * Math.Log10(mse) : double.NaN,
            NmseDb: 10 * Math.Log10(totals[2] / totals[3]),
            Ssim: images.Ssim.Count > 0 ? images.Ssim.Average() : double.NaN,
            images);
    }

    private static double[] Values(IEnumerable<torch.Tensor> parts) => [.. parts.SelectMany(p => p.to(torch.float64).cpu().data<double>().ToArray())];
}
