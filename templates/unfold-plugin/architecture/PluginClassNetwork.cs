using TorchSharp;
using TorchSharp.Modules;
using Unfold;

namespace PluginNamespace;

/// <summary>
/// x ← Wᵀ S_θk(W (x − t Aᵀ(A x − y))), with t = 1/‖A‖², an orthonormal W and the soft threshold S. Untrained, with θk = tλ, these are the
/// iterations of ISTA for ½‖A x − y‖² + λ‖W x‖₁ (Daubechies, Defrise, De Mol 2004).
/// </summary>
public sealed class PluginClassNetwork : UnfoldingNetwork
{
    private readonly double _stepSize;
    private readonly torch.Tensor _basis;
    private readonly Parameter[] _logThresholds;

    /// <summary>Builds the untrained network.</summary>
    /// <param name="options">The options.</param>
    /// <param name="problem">The problem that it is built for.</param>
    public PluginClassNetwork(PluginClassOptions options, Problem problem)
        : base("plugin-id")
    {
        _stepSize = 1 / (problem.Operator.Norm * problem.Operator.Norm);
        // What the network keeps is registered: the engine then moves, saves and frees it.
        _basis = CosineBasis.Of(problem.Shape).to(problem.Device);
        register_buffer("basis", _basis);
        // A logarithm keeps the threshold positive, whatever is learnt.
        _logThresholds = new Parameter[options.Layers];
        for (var k = 0; k < options.Layers; k++)
        {
            _logThresholds[k] = new Parameter(torch.full(1, Math.Log(_stepSize * options.Sparsity), device: problem.Device));
            register_parameter($"log_threshold_{k}", _logThresholds[k]);
        }
    }

    /// <inheritdoc/>
    public override int Layers => _logThresholds.Length;

    /// <inheritdoc/>
    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) =>
        new PluginClassState(torch.zeros(observed.Y.shape[0], observed.Operator.SignalLength, dtype: observed.Y.dtype, device: observed.Y.device));

    /// <inheritdoc/>
    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var x = ((PluginClassState)state).X;
        var residual = observed.Operator.Apply(x) - observed.Y;
        var moved = x - (observed.Operator.Adjoint(residual) * _stepSize);
        // A continuation may ask for more layers than there are: the last threshold serves them.
        var threshold = _logThresholds[Math.Min(k, Layers - 1)].exp();
        var coefficients = torch.mm(moved, _basis.t());
        var shrunk = coefficients.sign() * (coefficients.abs() - threshold).relu();
        return new PluginClassState(torch.mm(shrunk, _basis));
    }

    /// <inheritdoc/>
    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((PluginClassState)state).X.alias();

    /// <inheritdoc/>
    public override IEnumerable<Parameter> LayerParameters(int k) => [_logThresholds[k]];
}
