using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.SparseRecovery;

/// <summary>x_{k+1} = S_{θ_k}(x_k + W_kᵀ(y − A x_k)), with or without support selection. W is [m, n], as A.</summary>
internal sealed class CoupledNetwork : SparseNetwork
{
    private readonly Parameter[] _weights;
    private readonly Parameter[] _thresholds;
    private readonly long[] _selected;

    /// <param name="name">The module's name.</param>
    /// <param name="initial">W and θ at the start.</param>
    /// <param name="tieWeights">Whether all layers share W.</param>
    /// <param name="selected">The number of entries that each layer selects; 0 for none.</param>
    public CoupledNetwork(string name, IstaWeights initial, bool tieWeights, long[] selected)
        : base(name, selected.Length)
    {
        _selected = selected;
        _weights = tieWeights ? Shared("weight", initial.Matrix) : PerLayer("weight", initial.Matrix);
        _thresholds = PerLayer("threshold", initial.Threshold, ParameterRange.NotNegative);
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var x = ((SparseState)state).X;
        var at = Index(k);
        var residual = observed.Y - observed.Operator.Apply(x);
        var v = torch.addmm(x, residual, _weights[at], 1, 1);
        return new SparseState(SupportSelection.Apply(v, _thresholds[at], _selected[at]));
    }
}
