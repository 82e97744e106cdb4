using TorchSharp;

namespace Unfold.Deconet;

/// <summary>
/// An upper estimate of ‖W‖₂ by power iteration from a fixed start. Nothing is carried from step to step, so that a step can be
/// repeated alone. No gradient flows, unless it is asked for.
/// </summary>
internal static class SpectralNorm
{
    private const int Iterations = 20;

    // Twenty iterations under-estimate by about one per cent; the steps must rather be too small than too large.
    private const double Margin = 1.02;

    /// <param name="matrix">W.</param>
    /// <param name="start">The first vector.</param>
    /// <param name="hasGradient">Whether gradients flow, through all iterations: the derivative of this estimate, not of the exact norm.</param>
    /// <returns>‖W‖², scalar tensor.</returns>
    public static torch.Tensor Squared(torch.Tensor matrix, torch.Tensor start, bool hasGradient = false)
    {
        using var scope = torch.NewDisposeScope();
        using var gradient = torch.set_grad_enabled(hasGradient && torch.is_grad_enabled());
        var transposed = matrix.t();
        var vector = start;
        for (var i = 0; i < Iterations; i++)
        {
            vector = torch.mv(transposed, torch.mv(matrix, vector));
            vector = vector / vector.norm();
        }

        return (torch.mv(matrix, vector).square().sum() * (Margin * Margin)).MoveToOuterDisposeScope();
    }

    /// <summary>The fixed start, [n]: entries of both signs without a pattern that an image prior shares.</summary>
    public static torch.Tensor Start(long length, torch.ScalarType dtype, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        var index = torch.arange(length, dtype: torch.float64);
        var vector = torch.sin(index * index * 0.7310585786300049);
        return (vector / vector.norm()).to(dtype).to(device).MoveToOuterDisposeScope();
    }
}
