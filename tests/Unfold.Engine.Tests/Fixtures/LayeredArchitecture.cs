using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Tests;

/// <summary>
/// Gradient steps on the data with a size of each layer's own, a gain that all layers share and that a solve begins with, dropout, and a buffer that counts
/// the layers that were run in training: what training protocols must get right.
/// </summary>
[Component("test-layered")]
internal sealed class LayeredArchitecture(LayeredOptions options) : IArchitecture, IWarmStartable
{
    public object Options => options;

    /// <summary>The layers that each training solve was asked for.</summary>
    [field: ThreadStatic]
    public static List<int>? Asked { get; set; }

    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => new Network(options);

    private sealed class Network : UnfoldingNetwork
    {
        private readonly List<Parameter> _steps = [];
        private readonly Parameter _gain = new(torch.full(1, 0.1f));
        private readonly torch.Tensor _count = torch.zeros(1);
        private readonly Dropout _dropout;

        public Network(LayeredOptions options)
            : base("test-layered")
        {
            Layers = options.Layers;
            _dropout = torch.nn.Dropout(options.Dropout);
            register_module("dropout", _dropout);
            register_parameter("gain", _gain);
            register_buffer("count", _count);
            for (var k = 0; k < Layers; k++)
            {
                _steps.Add(new Parameter(torch.full(1, 0.3f + (0.05f * k))));
                register_parameter($"step{k}", _steps[k]);
            }
        }

        public override int Layers { get; }

        public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
        {
            if (training)
                Asked?.Add(step.Layers ?? Layers);
            return new State(step.Centre ?? observed.Operator.Adjoint(observed.Y), _gain.exp());
        }

        public override LayerState Layer(LayerState state, Observation observed, int k)
        {
            if (training)
                _count.add_(1);
            var current = (State)state;
            var slope = observed.Operator.Adjoint(observed.Y - observed.Operator.Apply(current.X));
            var step = _steps[k] + ((current.Step ?? _steps[k]) * 0.1);
            return current with { X = (current.X + (_dropout.call(slope) * step * current.Gain)).tanh(), Step = _steps[k] };
        }

        public override torch.Tensor Estimate(LayerState state, Observation observed) => ((State)state).X.alias();

        public override IEnumerable<Parameter> LayerParameters(int k) => [_steps[k]];
    }

    /// <param name="X">The iterate.</param>
    /// <param name="Gain">What the solve began with.</param>
    /// <param name="Step">The parameter of the layer before, as it is: a state may hold what is the network's own.</param>
    internal sealed record State(torch.Tensor X, torch.Tensor Gain, torch.Tensor? Step = null) : LayerState;
}
