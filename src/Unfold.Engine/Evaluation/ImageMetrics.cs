using TorchSharp;

namespace Unfold.Engine.Evaluation;

/// <summary>Image metrics in pixel units [0, 1], one value per image.</summary>
public static class ImageMetrics
{
    /// <summary>Upper bound of a PSNR in dB, so that one perfect image cannot carry a mean.</summary>
    public const double PsnrCap = 48;

    /// <summary>Mean squared error: [batch, n] × [batch, n] → [batch].</summary>
    public static torch.Tensor Mse(torch.Tensor estimate, torch.Tensor truth) => (estimate - truth).square().mean([1]);

    /// <summary>PSNR in dB, peak 1, from per-image MSE.</summary>
    public static torch.Tensor Psnr(torch.Tensor mse) => (-10 * torch.log10(mse.clamp_min(1e-30))).clamp_max(PsnrCap);

    /// <summary>
    /// SSIM (Wang et al. 2004): Gaussian window 11×11, σ = 1.5, only where the window fits, K₁ = 0.01, K₂ = 0.03, range 1; mean over the image and its channels.
    /// </summary>
    /// <returns>[batch], or null where the window does not fit.</returns>
    public static torch.Tensor? Ssim(torch.Tensor estimate, torch.Tensor truth, SignalShape shape)
    {
        const int Size = 11;
        if (shape.Height < Size || shape.Width < Size)
            return null;
        const double C1 = 0.01 * 0.01, C2 = 0.03 * 0.03;
        var (rows, columns) = (Window(Size, 1.5, shape.Height, estimate.device), Window(Size, 1.5, shape.Width, estimate.device).mT);
        torch.Tensor Blur(torch.Tensor x) => rows.matmul(x).matmul(columns);
        // In float64: E[a²] − E[a]² cancels, and float32 products of a GPU may have the precision of TF32, of C2's own size.
        var a = estimate.to(torch.float64).reshape(-1, 1, shape.Height, shape.Width);
        var b = truth.to(torch.float64).reshape(-1, 1, shape.Height, shape.Width);
        var (meanA, meanB) = (Blur(a), Blur(b));
        var varianceA = Blur(a * a) - meanA.square();
        var varianceB = Blur(b * b) - meanB.square();
        var covariance = Blur(a * b) - (meanA * meanB);
        var similarity = ((2 * meanA * meanB) + C1) * ((2 * covariance) + C2)
            / ((meanA.square() + meanB.square() + C1) * (varianceA + varianceB + C2));
        return similarity.reshape(estimate.shape[0], -1).mean([1]);
    }

    // The window is separable: one line of it at every place where it fits, [length − size + 1, length].
    private static torch.Tensor Window(int size, double sigma, int length, torch.Device device)
    {
        var offset = torch.arange(length, dtype: torch.float64, device: device) - torch.arange(length - size + 1, dtype: torch.float64, device: device).unsqueeze(1);
        var weights = (-(offset - ((size - 1) / 2.0)).square() / (2 * sigma * sigma)).exp().where((offset >= 0).logical_and(offset < size), torch.zeros_like(offset));
        return weights / weights.sum(dim: 1, keepdim: true);
    }
}
