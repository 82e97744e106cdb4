using TorchSharp;

namespace Unfold;

/// <summary>What a loss may look at.</summary>
/// <param name="Problem">The inverse problem.</param>
/// <param name="Observed">The measurements.</param>
/// <param name="Output">The network's output.</param>
/// <param name="Truth">The signals [batch, n], normalised units; null for an <see cref="ISelfSupervised"/> loss, so that it cannot leak.</param>
/// <param name="Reconstruct">Runs the network again on other measurements.</param>
public sealed record LossContext(
    Problem Problem,
    Observation Observed,
    Reconstruction Output,
    torch.Tensor? Truth,
    Func<Observation, Reconstruction> Reconstruct)
{
    /// <summary>x̂ − x, [batch, n], for losses of the residual.</summary>
    /// <exception cref="InvalidOperationException">The loss is self-supervised: there is no truth.</exception>
    public torch.Tensor Residual() =>
        Output.Estimate - (Truth ?? throw new InvalidOperationException("A self-supervised loss has no truth to take a residual from."));
}
