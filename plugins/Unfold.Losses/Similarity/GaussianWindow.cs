using TorchSharp;

namespace Unfold.Losses;

/// <summary>A separable Gaussian window of 11×11 pixels, σ = 1.5 and sum 1, at every place of an image where it fits: two products with band matrices.</summary>
/// <param name="shape">The images.</param>
/// <param name="device">Where they are.</param>
internal sealed class GaussianWindow(SignalShape shape, torch.Device device)
{
    /// <summary>Pixels of a side.</summary>
    public const int Size = 11;

    private const double StandardDeviation = 1.5;

    private readonly torch.Tensor _rows = Line(shape.Height, device);
    private readonly torch.Tensor _columns = Line(shape.Width, device).t();

    /// <param name="images">float64 [batch, 1, height, width].</param>
    /// <returns>Weighted means, [batch, 1, height − 10, width − 10].</returns>
    public torch.Tensor Blur(torch.Tensor images) => _rows.matmul(images).matmul(_columns);

    /// <returns>One line of the window at every place, [length − 10, length].</returns>
    private static torch.Tensor Line(int length, torch.Device device)
    {
        var offset = torch.arange(length, dtype: torch.float64, device: device) - torch.arange(length - Size + 1, dtype: torch.float64, device: device).unsqueeze(1);
        var inside = (offset >= 0).logical_and(offset < Size);
        var weights = (-(offset - ((Size - 1) / 2.0)).square() / (2 * StandardDeviation * StandardDeviation)).exp() * inside.to(torch.float64);
        return weights / weights.sum(dim: 1, keepdim: true);
    }
}
