using TorchSharp;
using Unfold;

namespace PluginNamespace;

/// <summary>Charbonnier's loss: the mean of √(r² + ε²) − ε over the entries of the residual (Charbonnier et al. 1994).</summary>
/// <param name="options">The options.</param>
[Component("plugin-id")]
public sealed class PluginClassLoss(PluginClassOptions options) : ILoss
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Of(context.Residual(), options.Epsilon);
    }

    /// <summary>The loss of a residual, a scalar.</summary>
    /// <param name="residual">r, of any shape.</param>
    /// <param name="epsilon">ε.</param>
    public static torch.Tensor Of(torch.Tensor residual, double epsilon)
    {
        ArgumentNullException.ThrowIfNull(residual);
        return (residual.square() + (epsilon * epsilon)).sqrt().mean() - epsilon;
    }
}
