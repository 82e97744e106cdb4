using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// Mean of log cosh r (arXiv 2502.01854): r²/2 near zero, |r| − log 2 far from it. Written as log1p(2 sinh²(r/2)) up to |r| = 8, which keeps
/// its relative accuracy and second derivative at zero; finite up to residuals of 1e30.
/// </summary>
/// <param name="options">Nothing to set.</param>
[Component("log-cosh")]
public sealed class LogCosh(NoOptions options) : ILoss
{
    private const double Switch = 8;

    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context) => Of(context.Residual()).mean();

    /// <summary>log cosh r for every entry.</summary>
    internal static torch.Tensor Of(torch.Tensor residual)
    {
        var isFar = residual.abs() >= Switch;
        // The branch that is not taken must stay finite too: its gradient is multiplied by zero, and 0·∞ is NaN.
        var near = torch.where(isFar, torch.zeros_like(residual), residual);
        var small = ((near * 0.5).sinh().square() * 2).log1p();
        return torch.where(isFar, residual.abs() - Math.Log(2), small);
    }
}
