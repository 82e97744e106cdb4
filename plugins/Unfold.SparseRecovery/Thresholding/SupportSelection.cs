using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// The soft threshold with support selection (Chen, Liu, Wang, Yin 2018, eq. 15): of each row, the p entries of largest magnitude are
/// trusted to be in the support, and pass unshrunk where they are beyond the threshold. Entries below it become zero, selected or not. Where
/// several entries tie with the p-th, all of them are selected. No gradient flows through the choice.
/// </summary>
internal static class SupportSelection
{
    /// <param name="v">[batch, n].</param>
    /// <param name="threshold">θ ≥ 0: a scalar, or [batch, 1].</param>
    /// <param name="count">p, the same for every row; none for 0.</param>
    public static torch.Tensor Apply(torch.Tensor v, torch.Tensor threshold, long count) =>
        count <= 0 ? SoftThreshold.Apply(v, threshold) : Apply(v, threshold, magnitude => SmallestSelected(magnitude, Math.Min(count, v.shape[1])));

    /// <param name="v">[batch, n].</param>
    /// <param name="threshold">θ ≥ 0: a scalar, or [batch, 1].</param>
    /// <param name="counts">p of each row, rounded down: [batch, 1]; none below 1.</param>
    public static torch.Tensor Apply(torch.Tensor v, torch.Tensor threshold, torch.Tensor counts) =>
        Apply(v, threshold, magnitude => SmallestSelected(magnitude, counts));

    private static torch.Tensor Apply(torch.Tensor v, torch.Tensor threshold, Func<torch.Tensor, torch.Tensor> smallestSelected)
    {
        torch.Tensor selected;
        using (torch.no_grad())
        {
            using var scope = torch.NewDisposeScope();
            var magnitude = v.abs();
            selected = magnitude.ge(smallestSelected(magnitude)).logical_and_(magnitude.gt(threshold)).MoveToOuterDisposeScope();
        }

        return v - SoftThreshold.Removed(v, threshold).masked_fill(selected, 0);
    }

    /// <summary>The count-th largest entry of each row, [batch, 1]; a partial selection, nothing is sorted.</summary>
    private static torch.Tensor SmallestSelected(torch.Tensor magnitude, long count)
    {
        var (largest, _) = magnitude.topk((int)count, dim: 1, largest: true, sorted: false);
        return largest.amin([1], keepdim: true);
    }

    private static torch.Tensor SmallestSelected(torch.Tensor magnitude, torch.Tensor counts)
    {
        var n = magnitude.shape[1];
        var (sorted, _) = magnitude.sort(dim: 1, descending: true);
        var rank = counts.floor().clamp(0, n);
        var value = sorted.gather(1, (rank - 1).clamp_min(0).to(torch.int64));
        return torch.where(rank.ge(1), value, torch.full_like(value, double.PositiveInfinity));
    }
}
