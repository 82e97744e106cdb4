using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.SparseRecovery;

/// <summary>x_{k+1} = S_{θ_k}(W₁ y + W₂ x_k). Signals are rows, so the parameters hold the transposed weights: W₁ᵀ [m, n] and W₂ᵀ [n, n].</summary>
internal sealed class ListaNetwork : SparseNetwork
{
    private readonly bool _hasOneInput;
    private readonly Parameter[] _input;
    private readonly Parameter[] _recurrent;
    private readonly Parameter[] _thresholds;

    public ListaNetwork(string name, int layers, IstaWeights initial, bool tieWeights, bool tieThresholds)
        : base(name, layers)
    {
        _hasOneInput = tieWeights;
        _input = tieWeights ? Shared("input", initial.Matrix) : PerLayer("input", initial.Matrix);
        _recurrent = tieWeights ? Shared("recurrent", initial.Recurrent) : PerLayer("recurrent", initial.Recurrent);
        _thresholds = tieThresholds
            ? Shared("threshold", initial.Threshold, ParameterRange.NotNegative)
            : PerLayer("threshold", initial.Threshold, ParameterRange.NotNegative);
    }

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) =>
        new ListaState(Zero(observed), _hasOneInput ? torch.mm(observed.Y, _input[0]) : null);

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (ListaState)state;
        var at = Index(k);
        var input = current.Input ?? torch.mm(observed.Y, _input[at]);
        return current with { X = SoftThreshold.Apply(torch.addmm(input, current.X, _recurrent[at], 1, 1), _thresholds[at]) };
    }
}
