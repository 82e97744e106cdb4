using TorchSharp;

namespace Unfold.Losses;

/// <summary>Mean of r²/2 for |r| ≤ δ, else δ(|r| − δ/2); finite up to residuals of 1e30.</summary>
/// <param name="options">The options.</param>
[Component("huber")]
public sealed class Huber(HuberOptions options) : ILoss
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context) => Of(context.Residual(), options.Delta).mean();

    /// <summary>The Huber function of every entry: with c = min(|r|, δ), it is c(|r| − c/2).</summary>
    internal static torch.Tensor Of(torch.Tensor residual, double delta)
    {
        var size = residual.abs();
        var capped = size.clamp_max(delta);
        return capped * (size - (capped * 0.5));
    }
}
