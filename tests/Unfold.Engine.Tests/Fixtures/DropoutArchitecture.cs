using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Tests;

/// <summary>A network of torch's own modules, as a stranger would write it: its initialisation and Dropout use torch's default generator.</summary>
[Component("test-dropout")]
internal sealed class DropoutArchitecture(DropoutOptions options) : IArchitecture
{
    public object Options => options;

    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => new Network(problem, options.Rate);

    private sealed class Network : UnfoldingNetwork
    {
        private readonly Linear _linear;
        private readonly Dropout _dropout;

        public Network(Problem problem, double rate)
            : base("test-dropout")
        {
            _linear = torch.nn.Linear(problem.Operator.MeasurementCount, problem.Shape.Length);
            _dropout = torch.nn.Dropout(rate);
            RegisterComponents();
        }

        public override int Layers => 1;

        public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) => new State(observed.Y.alias());

        public override LayerState Layer(LayerState state, Observation observed, int k) => new State(_dropout.call(_linear.call(((State)state).X)));

        public override torch.Tensor Estimate(LayerState state, Observation observed) => ((State)state).X.alias();
    }

    private sealed record State(torch.Tensor X) : LayerState;
}
