using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Optimizers;

/// <summary>A TorchSharp optimizer as a parameter update.</summary>
internal sealed class TorchUpdate(torch.optim.Optimizer optimizer) : ParameterUpdate
{
    private readonly bool _evaluatesItself = optimizer is LBFGS;
    private readonly TorchState? _state = optimizer is OptimizerHelper known ? new TorchState(known) : null;

    public override torch.Tensor Step(Func<torch.Tensor> evaluate, double learningRate)
    {
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = learningRate;
        if (!_evaluatesItself)
        {
            var loss = evaluate();
            optimizer.step();
            return loss;
        }

        torch.Tensor? first = null;
        optimizer.step(() =>
        {
            var loss = evaluate();
            // LBFGS disposes what its closure returns.
            first ??= loss.clone().DetachFromDisposeScope();
            return loss;
        });
        using var kept = first ?? throw new InvalidOperationException("The optimizer evaluated no loss.");
        return kept.clone();
    }

    public override IReadOnlyDictionary<string, torch.Tensor> Save() => _state?.Save() ?? base.Save();

    public override void Load(IReadOnlyDictionary<string, torch.Tensor> state)
    {
        if (_state is null)
            base.Load(state);
        else
            _state.Load(state);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            optimizer.Dispose();
        base.Dispose(disposing);
    }
}
