using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.SparseRecovery;

/// <summary>
/// What the networks of this family share: they start at x₀ = 0, their estimate is the last iterate, and each layer has parameters of its own
/// or all have the same. A solve of more layers than the network has goes on with the last layer's.
/// </summary>
internal abstract class SparseNetwork(string name, int layers) : UnfoldingNetwork(name)
{
    private readonly Dictionary<string, ParameterRange> _ranges = new(StringComparer.Ordinal);
    private readonly List<Parameter>[] _own = [.. Enumerable.Range(0, layers).Select(_ => new List<Parameter>())];

    public override int Layers => layers;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) => new SparseState(Zero(observed));

    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((SparseState)state).X.alias();

    public override IEnumerable<Parameter> LayerParameters(int k) => k < layers ? _own[k] : [];

    public override ParameterRange? RangeOf(string parameterName) => _ranges.TryGetValue(parameterName, out var range) ? range : base.RangeOf(parameterName);

    protected static torch.Tensor Zero(Observation observed) =>
        torch.zeros(observed.Y.shape[0], observed.Operator.SignalLength, dtype: observed.Y.dtype, device: observed.Y.device);

    /// <summary>The layer whose parameters layer k uses.</summary>
    protected int Index(int k) => Math.Min(k, layers - 1);

    /// <summary>Registers a parameter of every layer, <c>name_0</c>, <c>name_1</c>, …, all with the same initial value.</summary>
    protected Parameter[] PerLayer(string parameter, torch.Tensor initial, ParameterRange? range = null)
    {
        var own = new Parameter[layers];
        for (var k = 0; k < layers; k++)
        {
            own[k] = Register($"{parameter}_{k}", initial, range);
            _own[k].Add(own[k]);
        }

        return own;
    }

    /// <summary>Registers one parameter for all layers.</summary>
    /// <returns>It, once for every layer.</returns>
    protected Parameter[] Shared(string parameter, torch.Tensor initial, ParameterRange? range = null) =>
        [.. Enumerable.Repeat(Register(parameter, initial, range), layers)];

    /// <summary>Registers a tensor that is not learnt.</summary>
    protected torch.Tensor Constant(string buffer, torch.Tensor value)
    {
        var own = value.contiguous().clone().DetachFromDisposeScope();
        register_buffer(buffer, own);
        return own;
    }

    private Parameter Register(string parameter, torch.Tensor initial, ParameterRange? range)
    {
        var own = new Parameter(initial.contiguous().clone());
        own.DetachFromDisposeScope();
        register_parameter(parameter, own);
        if (range is not null)
            _ranges[parameter] = range;
        return own;
    }
}
