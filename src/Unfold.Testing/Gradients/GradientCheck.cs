using TorchSharp;

namespace Unfold.Testing;

/// <summary>Automatic gradients against central differences, in float64.</summary>
public static class GradientCheck
{
    /// <summary>Checks d f/d x at a point, entry by entry.</summary>
    /// <param name="function">A scalar function.</param>
    /// <param name="point">The point, float64; keep it small, every entry costs two evaluations.</param>
    /// <param name="step">Half the difference between the evaluations.</param>
    /// <param name="tolerance">Allowed difference relative to the largest gradient entry.</param>
    public static CheckResult Of(Func<torch.Tensor, torch.Tensor> function, torch.Tensor point, double step = 1e-6, double tolerance = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(point);
        if (point.dtype != torch.float64)
            throw new ArgumentException("Finite differences need float64.", nameof(point));
        using var scope = torch.NewDisposeScope();
        using var at = point.detach().clone().requires_grad_(true);
        function(at).backward();
        var automatic = at.grad ?? torch.zeros_like(at);
        var numeric = Numeric(function, point, step);
        var scale = Math.Max(1e-12, numeric.abs().max().item<double>());
        return CheckResult.AtMost("gradient", (automatic - numeric).abs().max().item<double>() / scale, tolerance, "largest relative difference from central differences");
    }

    private static torch.Tensor Numeric(Func<torch.Tensor, torch.Tensor> function, torch.Tensor point, double step)
    {
        using var noGradient = torch.no_grad();
        var values = point.reshape(-1).data<double>().ToArray();
        double At(int i, double shift)
        {
            using var scope = torch.NewDisposeScope();
            var moved = (double[])values.Clone();
            moved[i] += shift;
            return function(torch.tensor(moved).reshape(point.shape)).item<double>();
        }

        var slopes = Enumerable.Range(0, values.Length).Select(i => (At(i, step) - At(i, -step)) / (2 * step)).ToArray();
        return torch.tensor(slopes).reshape(point.shape);
    }
}
