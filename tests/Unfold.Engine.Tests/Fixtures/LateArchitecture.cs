using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Tests;

/// <summary>A network whose second parameter is used from some training step on: before it, it has no gradient at all.</summary>
/// <param name="options">The step.</param>
[Component("test-late")]
internal sealed class LateArchitecture(NumbersOptions options) : IArchitecture
{
    public object Options => options;

    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => new Network(problem.Shape.Length, (long)options.Number);

    private sealed class Network : UnfoldingNetwork
    {
        private readonly Parameter _early = new(torch.full(1, 0.5f));
        private readonly Parameter _late = new(torch.full(1, 0.25f));
        // Counts training steps; a buffer, as strangers keep such things.
        private readonly torch.Tensor _steps = torch.zeros(1);
        private readonly int _length;
        private readonly long _from;

        public Network(int length, long from)
            : base("test-late")
        {
            (_length, _from) = (length, from);
            register_parameter("early", _early);
            register_parameter("late", _late);
            register_buffer("steps", _steps);
        }

        public override int Layers => 0;

        public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
        {
            if (training)
                _steps.add_(1);
            // Once it was used it is passed over again every other step: its momentum goes on.
            var count = (long)_steps.item<float>();
            var level = count >= _from && count % 2 == 1 ? _early + _late : _early * 1;
            return new State(level.expand(observed.Y.shape[0], _length).clone());
        }

        public override LayerState Layer(LayerState state, Observation observed, int k) => state;

        public override torch.Tensor Estimate(LayerState state, Observation observed) => ((State)state).X.alias();
    }

    private sealed record State(torch.Tensor X) : LayerState;
}
