using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Deconet;

/// <summary>
/// What is learnt for each layer by itself: factors on the step sizes and radii of the dual ball, as logarithms, so that they are positive.
/// All logarithms start at zero: the untrained network is the one without learning. A solve of more layers than the network has goes on with the last.
/// </summary>
internal sealed class LearnedLayers : torch.nn.Module
{
    private readonly Parameter? _logSteps;
    private readonly Parameter? _logThresholds;

    public LearnedLayers(DeconetOptions options, torch.ScalarType dtype, torch.Device device)
        : base("layers")
    {
        var updates = Math.Max(1, options.Layers - 1);
        if (options.LearnSteps)
        {
            _logSteps = new Parameter(torch.zeros(2, updates, dtype: dtype, device: device));
            register_parameter("log_steps", _logSteps);
        }

        if (options.LearnThresholds)
        {
            _logThresholds = new Parameter(torch.zeros(updates, dtype: dtype, device: device));
            register_parameter("log_thresholds", _logThresholds);
        }
    }

    /// <param name="share">
    /// (1−ω, ω): the shares of the bound λmax(t₁WᵀW + t₂AᵀA) ≤ µ that the steps take up before any factor, [2, 1]; null where no bound is kept.
    /// </param>
    /// <returns>Factors on t₁ and t₂ of each dual update, [2, L−1]; null for none.</returns>
    public torch.Tensor? StepFactors(torch.Tensor? share)
    {
        var factors = _logSteps?.exp();
        // Whatever was learnt, together the steps take up no more than there is.
        return factors is null || share is null ? factors : factors / (factors * share).sum(dim: 0, keepdim: true).clamp_min(1);
    }

    /// <returns>Radii of the dual ball of each dual update, the weights λ of ‖Wx‖₁, [L−1]; null for 1.</returns>
    public torch.Tensor? Thresholds() => _logThresholds?.exp();
}
