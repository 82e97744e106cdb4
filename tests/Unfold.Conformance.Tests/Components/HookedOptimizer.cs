using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Conformance.Tests;

/// <summary>Gradient steps with momentum, and hooks for what is wrong.</summary>
internal sealed class HookedOptimizer : IOptimizer
{
    public object Options => this;

    public double LearningRate { get; init; } = 0.05;

    public double Direction { get; init; } = -1;

    public bool ForgetsMomentum { get; init; }

    public double ToldFactor { get; init; } = 1;

    public bool CanBeResumed => true;

    public ParameterUpdate Build(IReadOnlyList<Parameter> parameters) => new Momentum(this, parameters);

    private sealed class Momentum(HookedOptimizer owner, IReadOnlyList<Parameter> parameters) : ParameterUpdate
    {
        private readonly List<torch.Tensor> _momenta = [.. parameters.Select(p => torch.zeros_like(p, requires_grad: false).DetachFromDisposeScope())];

        public override torch.Tensor Step(Func<torch.Tensor> evaluate, double learningRate)
        {
            var loss = evaluate();
            using var noGradient = torch.no_grad();
            foreach (var (parameter, momentum) in parameters.Zip(_momenta))
            {
                momentum.mul_(0.5).add_(parameter.grad!);
                parameter.add_(momentum * (learningRate * owner.Direction));
            }

            return loss * owner.ToldFactor;
        }

        public override IReadOnlyDictionary<string, torch.Tensor> Save() => _momenta.Index().ToDictionary(m => $"{m.Index}", m => m.Item);

        public override void Load(IReadOnlyDictionary<string, torch.Tensor> state)
        {
            foreach (var (i, momentum) in _momenta.Index())
            {
                if (!owner.ForgetsMomentum)
                    momentum.copy_(state[$"{i}"]);
            }
        }

        protected override void Dispose(bool disposing)
        {
            _momenta.ForEach(m => m.Dispose());
            base.Dispose(disposing);
        }
    }
}
