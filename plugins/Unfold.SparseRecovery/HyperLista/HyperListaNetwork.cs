using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.SparseRecovery;

/// <summary>Every layer takes its threshold, momentum and support size from its residual. As Wᵀ is A⁺ with its rows scaled, one product gives both.</summary>
internal sealed class HyperListaNetwork : SparseNetwork
{
    // Keeps the quotient of norms finite where a signal is already explained exactly.
    private const double Tiny = 1e-30;

    private readonly torch.Tensor _inverse;
    private readonly torch.Tensor _scales;
    private readonly torch.Tensor _coherence;
    private readonly Parameter _thresholdFactor;
    private readonly Parameter _momentumFactor;
    private readonly Parameter _selectionFactor;

    /// <param name="options">The options.</param>
    /// <param name="inverse">(A⁺)ᵀ, [m, n].</param>
    /// <param name="scales">Wᵀ = diag(scales) A⁺, [n].</param>
    /// <param name="coherence">μ, scalar.</param>
    public HyperListaNetwork(HyperListaOptions options, torch.Tensor inverse, torch.Tensor scales, torch.Tensor coherence)
        : base("hyperlista", options.Layers)
    {
        _inverse = Constant("inverse", inverse);
        _scales = Constant("scales", scales);
        _coherence = Constant("coherence", coherence);
        torch.Tensor Scalar(double value) => torch.tensor(value, dtype: inverse.dtype, device: inverse.device);
        _thresholdFactor = Shared("threshold_factor", Scalar(options.ThresholdFactor), new ParameterRange(1e-4, 1, logarithmic: true))[0];
        _momentumFactor = Shared("momentum_factor", Scalar(options.MomentumFactor), new ParameterRange(1e-5, 1, logarithmic: true))[0];
        _selectionFactor = Shared("selection_factor", Scalar(options.SelectionFactor), new ParameterRange(0.1, 1000, logarithmic: true))[0];
    }

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var zero = Zero(observed);
        return new HyperListaState(zero, zero, Norm(torch.mm(observed.Y, _inverse)));
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (HyperListaState)state;
        var x = current.X;
        var error = torch.mm(observed.Y - observed.Operator.Apply(x), _inverse);
        var distance = Norm(error);
        var momentum = x.ne(0).sum(dim: 1, keepdim: true).to(x.dtype) * (_momentumFactor * _coherence);
        var v = torch.addcmul(x, error, _scales, value: 1).addcmul(x - current.Before, momentum, value: 1);
        var selected = (current.Reference / distance.clamp_min(Tiny)).log() * _selectionFactor;
        return current with { X = SupportSelection.Apply(v, distance * (_thresholdFactor * _coherence), selected), Before = x };
    }

    private static torch.Tensor Norm(torch.Tensor rows) => rows.abs().sum(dim: 1, keepdim: true);
}
