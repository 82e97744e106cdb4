using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// Mean of (y − A x̂)²: how well the estimate explains its own measurements. By itself it knows nothing of what A does not see, and with noise it is
/// lowest where the noise is explained too.
/// </summary>
/// <param name="options">Nothing to set.</param>
[Component("measurement-consistency")]
public sealed class MeasurementConsistency(NoOptions options) : ILoss, ISelfSupervised
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (context.Observed.Operator.Apply(context.Output.Estimate) - context.Observed.Y).square().mean();
    }
}
