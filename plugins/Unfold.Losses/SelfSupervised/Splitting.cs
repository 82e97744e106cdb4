using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// Measurement splitting (SSDU: Yaman et al. 2020; Noise2Inverse: Hendriksen, Pelt, Batenburg 2020): a random part of the measurements is held out, the network
/// reconstructs from the others, and the loss is the mean of (y − A x̂)² over those held out. One part a batch, drawn anew for every one; the
/// estimate from all measurements, which the engine takes in any case, is not looked at.
/// </summary>
/// <param name="options">The options.</param>
[Component("splitting")]
[Requires(typeof(IAnyOperator))]
public sealed class Splitting(SplittingOptions options) : ILoss, ISelfSupervised
{
    private const int Fewest = 2;

    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFP135: there are fewer than two measurements.</exception>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var observed = context.Observed;
        var m = observed.Operator.MeasurementCount;
        if (m < Fewest)
            throw new UnfoldException("UFP135", $"loss 'splitting' cannot split {m} measurement", "measure more, or take another loss");
        var count = Math.Clamp((int)Math.Round(options.HeldOut * m), 1, m - 1);
        var order = torch.randperm(m).to(observed.Y.device);
        var (heldOut, kept) = (order.narrow(0, 0, count), order.narrow(0, count, m - count));
        var estimate = context.Reconstruct(Part(observed, heldOut, kept)).Estimate;
        return (observed.Operator.Apply(estimate) - observed.Y).index_select(1, heldOut).square().mean();
    }

    private static Observation Part(Observation observed, torch.Tensor heldOut, torch.Tensor kept)
    {
        // Parts of a network that know the problem's own operator alone see all rows, those held out as zeros: Aᵀ of them is that of the others.
        var blanked = observed.Y.index_fill(1, heldOut, 0);
        var share = (double)kept.shape[0] / observed.Operator.MeasurementCount;
        var oracle = observed.Oracle is { } known ? known with { NoiseNorm = known.NoiseNorm * Math.Sqrt(share) } : null;
        return new Observation(observed.Y.index_select(1, kept), new RowSubset(observed.Operator, kept), observed.Noise, oracle)
        {
            Original = observed with { Y = blanked, Original = null },
        };
    }
}
