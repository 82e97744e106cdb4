using TorchSharp.Modules;

namespace Unfold.Engine.Training;

/// <summary>The optimizer at work on the parameters of the stage that training stands in. Every stage begins with a new one, as the layer-wise protocol does.</summary>
internal sealed class StagedUpdate : IDisposable
{
    private readonly IOptimizer _optimizer;
    private readonly ParameterBounds _bounds;
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly StagePlan _plan;
    private int _number;

    /// <param name="optimizer">Makes the updates.</param>
    /// <param name="bounds">The parameters' ranges.</param>
    /// <param name="parameters">All trained parameters.</param>
    /// <param name="plan">The stages.</param>
    public StagedUpdate(IOptimizer optimizer, ParameterBounds bounds, IReadOnlyList<Parameter> parameters, StagePlan plan)
    {
        (_optimizer, _bounds, _parameters, _plan) = (optimizer, bounds, parameters, plan);
        Current = Begin(0);
    }

    /// <summary>The stage.</summary>
    public TrainingStage Stage => _plan[_number];

    /// <summary>The update at work.</summary>
    public ParameterUpdate Current { get; private set; }

    /// <summary>So many steps are done: where another stage begins with the next, its update takes the place of the last one's.</summary>
    public void MoveTo(long step)
    {
        if (_plan.NumberAt(step) is var number && number == _number)
            return;
        Current.Dispose();
        Current = Begin(number);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Current.Dispose();
        foreach (var parameter in _parameters)
            parameter.requires_grad = true;
    }

    // What stands still has no gradient, not one of zeros: weight decay and momentum would move it.
    private ParameterUpdate Begin(int number)
    {
        _number = number;
        var trained = Stage.Parameters.ToHashSet<Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in _parameters)
        {
            parameter.grad = null;
            parameter.requires_grad = trained.Contains(parameter);
        }

        return _optimizer.Build(Stage.Parameters, _bounds.RangesOf(Stage.Parameters));
    }
}
