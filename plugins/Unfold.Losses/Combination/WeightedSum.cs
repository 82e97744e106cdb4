using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// Σ wᵢ Lᵢ. Each loss sees what it may: the truth stays hidden from those that are self-supervised, and a sum of such losses alone is self-supervised itself.
/// </summary>
/// <param name="options">The options.</param>
[Component("sum")]
public sealed class WeightedSum(WeightedSumOptions options) : ILoss
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public bool SeesTruth => options.Losses.Any(loss => loss.SeesTruth);

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return options.Losses.Zip(options.Weights, (loss, weight) => loss.Evaluate(context.For(loss)) * weight).Aggregate((a, b) => a + b);
    }
}
