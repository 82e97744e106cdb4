using TorchSharp;

namespace Unfold.Engine.Tests;

/// <summary>The mean of the estimate's squares; notes whether it was shown the truth.</summary>
[Component("sight")]
public sealed class SightLoss(SightLossOptions options) : ILoss
{
    public object Options => options;

    public bool SeesTruth => !options.IsBlind;

    /// <summary>What it was shown, evaluation by evaluation.</summary>
    internal List<bool> Seen { get; } = [];

    public torch.Tensor Evaluate(LossContext context)
    {
        Seen.Add(context.Truth is not null);
        return context.Output.Estimate.square().mean();
    }
}
