using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Tests;

/// <summary>A network whose estimate is its one parameter, the same for every pixel and whatever was measured.</summary>
[Component("test-constant")]
internal sealed class ConstantArchitecture(ConstantOptions options) : IArchitecture
{
    public object Options => options;

    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) =>
        options.Fails ? throw new UnfoldException("UFP999", "no network today", "ask tomorrow") : new Network(options, problem.Shape.Length);

    private sealed class Network : UnfoldingNetwork
    {
        private readonly Parameter _level;
        private readonly double? _largest;
        private readonly int _length;

        public Network(ConstantOptions options, int length)
            : base("test-constant")
        {
            (_largest, _length, Layers) = (options.Largest, length, options.Layers);
            _level = new Parameter(torch.tensor(new[] { (float)options.Start }));
            register_parameter("level", _level);
        }

        public override int Layers { get; }

        public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) =>
            new State(_level.expand(observed.Y.shape[0], _length).clone());

        public override LayerState Layer(LayerState state, Observation observed, int k) => state;

        public override torch.Tensor Estimate(LayerState state, Observation observed) => ((State)state).X.alias();

        public override ParameterRange? RangeOf(string parameterName) =>
            _largest is { } largest && parameterName == "level" ? new ParameterRange(-3, largest) : null;
    }

    private sealed record State(torch.Tensor X) : LayerState;
}
