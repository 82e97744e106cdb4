using TorchSharp;

namespace Unfold.Equilibrium;

/// <summary>
/// Anderson's next iterate (Anderson 1965; Walker and Ni 2011): Σᵢ αᵢ(zᵢ + βgᵢ) over the last iterates zᵢ with residuals gᵢ = f(zᵢ) − zᵢ, the α that
/// minimise ‖Σᵢ αᵢgᵢ‖ with sum 1. For every row by itself: what is beside it in a batch changes nothing but when iterations end.
/// </summary>
/// <param name="memory">Earlier iterates besides the present one.</param>
/// <param name="damping">β.</param>
internal sealed class AndersonMixing(int memory, double damping)
{
    // Keeps the small systems solvable where a residual is nothing at all.
    private const double Tiny = 1e-200;

    private readonly Queue<(torch.Tensor Point, torch.Tensor Residual)> _past = new();

    /// <summary>Called in a scope of its own for every iterate: takes the point over, which must belong to the scope around that.</summary>
    /// <param name="point">z, [batch, d].</param>
    /// <param name="image">f(z), [batch, d].</param>
    /// <returns>The next z, in the caller's scope.</returns>
    public torch.Tensor Next(torch.Tensor point, torch.Tensor image)
    {
        _past.Enqueue((point, (image - point).MoveToOuterDisposeScope()));
        if (_past.Count > memory + 1)
        {
            var (oldPoint, oldResidual) = _past.Dequeue();
            oldPoint.Dispose();
            oldResidual.Dispose();
        }

        if (_past.Count == 1)
        {
            var (only, residual) = _past.Peek();
            return only.add(residual, damping);
        }

        var residuals = torch.stack(_past.Select(p => p.Residual), 1);
        var points = torch.stack(_past.Select(p => p.Point), 1);
        return torch.bmm(Weights(residuals), points.add(residuals, damping)).squeeze(1);
    }

    /// <summary>α, [batch, 1, iterates]: the normalised solution of (GGᵀ)α = 1, in float64, as residuals become all alike.</summary>
    private static torch.Tensor Weights(torch.Tensor residuals)
    {
        var wide = residuals.to(torch.float64);
        var gram = torch.bmm(wide, wide.transpose(1, 2));
        // Below the residuals' own rounding errors nothing can be told apart.
        var relative = residuals.dtype == torch.float64 ? 1e-14 : 1e-9;
        var ridge = (gram.diagonal(0, 1, 2).mean([1]) * relative) + Tiny;
        var count = gram.shape[1];
        var system = gram + (torch.eye(count, dtype: gram.dtype, device: gram.device) * ridge.reshape(-1, 1, 1));
        var weights = torch.linalg.solve(system, torch.ones([gram.shape[0], count, 1], dtype: gram.dtype, device: gram.device));
        return (weights / weights.sum(1, keepdim: true)).transpose(1, 2).to(residuals.dtype);
    }
}
