using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// The soft threshold with support selection (Chen, Liu, Wang, Yin 2018, eq. 15): of each row, the p entries of largest magnitude are
/// trusted to be in the support, and pass unshrunk: where they are beyond the threshold, or everywhere, by the <see cref="SelectionRule"/>. Where
/// several entries tie with the p-th, all of them are selected. No gradient flows through the choice.
/// </summary>
internal static class SupportSelection
{
    /// <param name="v">[batch, n].</param>
    /// <param name="threshold">θ ≥ 0: a scalar, or [batch, 1].</param>
    /// <param name="count">p, the same for every row; none for 0.</param>
    /// <param name="rule">Which of them pass.</param>
    public static torch.Tensor Apply(torch.Tensor v, torch.Tensor threshold, long count, SelectionRule rule = SelectionRule.BeyondThreshold) =>
        count <= 0 ? SoftThreshold.Apply(v, threshold) : Apply(v, threshold, rule, magnitude => SmallestSelected(magnitude, Math.Min(count, v.shape[1])));

    /// <param name="v">[batch, n].</param>
    /// <param name="threshold">θ ≥ 0: a scalar, or [batch, 1].</param>
    /// <param name="counts">p of each row, rounded down: [batch, 1]; none below 1.</param>
    public static torch.Tensor Apply(torch.Tensor v, torch.Tensor threshold, torch.Tensor counts) =>
        Apply(v, threshold, SelectionRule.BeyondThreshold, magnitude => SmallestSelected(magnitude, counts));

    private static torch.Tensor Apply(torch.Tensor v, torch.Tensor threshold, SelectionRule rule, Func<torch.Tensor, torch.Tensor> smallestSelected)
    {
        torch.Tensor selected;
        using (torch.no_grad())
        {
            using var scope = torch.NewDisposeScope();
            var magnitude = v.abs();
            selected = magnitude.ge(smallestSelected(magnitude));
            if (rule == SelectionRule.BeyondThreshold)
                selected = selected.logical_and(magnitude.gt(threshold));
            selected = selected.MoveToOuterDisposeScope();
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
        var rank = counts.floor().clamp(0, magnitude.shape[1]);
        // The rows' largest numbers, as many as the row that wants most. On the CPU, where a sort costs several products with A, it is cheap to ask
        // how many that is; another device would have to be waited for, and sorts fast.
        var most = magnitude.device_type == DeviceType.CPU ? (int)rank.max().to(torch.float64).item<double>() : (int)magnitude.shape[1];
        var (largest, _) = magnitude.topk(Math.Max(1, most), dim: 1, largest: true, sorted: true);
        var value = largest.gather(1, (rank - 1).clamp_min(0).to(torch.int64));
        return torch.where(rank.ge(1), value, torch.full_like(value, double.PositiveInfinity));
    }
}
