using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.SparseRecovery;

/// <summary>Every layer steps by γ_k along Wᵀ(y − A x_k), then thresholds by θ_k.</summary>
internal sealed class AlistaNetwork : SparseNetwork
{
    private readonly torch.Tensor _weights;
    private readonly Parameter[] _steps;
    private readonly Parameter[] _thresholds;
    private readonly long[] _selected;
    private readonly SelectionRule _selection;

    /// <param name="options">The options.</param>
    /// <param name="selected">The number of entries that each layer selects.</param>
    /// <param name="weights">W, [m, n].</param>
    public AlistaNetwork(AlistaOptions options, long[] selected, torch.Tensor weights)
        : base("alista", options.Layers)
    {
        (_selected, _selection) = (selected, options.Selection);
        _weights = Constant("weights", weights);
        torch.Tensor Scalar(double value) => torch.tensor(value, dtype: weights.dtype, device: weights.device);
        _steps = PerLayer("step", Scalar(options.InitialStep), ParameterRange.NotNegative);
        _thresholds = PerLayer("threshold", Scalar(options.InitialThreshold), ParameterRange.NotNegative);
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var x = ((SparseState)state).X;
        var at = Index(k);
        // γ on the residual, the smaller of the two.
        var residual = (observed.Y - observed.Operator.Apply(x)) * _steps[at];
        var v = torch.addmm(x, residual, _weights, 1, 1);
        return new SparseState(SupportSelection.Apply(v, _thresholds[at], _selected[at], _selection));
    }
}
