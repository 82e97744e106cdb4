namespace Unfold.Continuation;

/// <summary>
/// Solves again from the network's own prox-centre: θ and the step sizes start anew, the dual variables go on (O'Donoghue, Candès 2015,
/// restart a fixed number of iterations). What remains of a continuation whose x0 does not move: its control.
/// </summary>
/// <param name="options">The options.</param>
[Component("restart")]
[Requires(typeof(IWarmStartable))]
public sealed class Restart(RestartOptions options) : IContinuation, IFullyDifferentiable<IContinuation>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public IContinuation WithFullGradient() => this;

    /// <inheritdoc/>
    public ContinuationStep? Next(ContinuationHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Completed >= options.Steps ? null : new ContinuationStep
        {
            Index = history.Completed,
            Layers = options.Layers,
            KeepDual = history.Completed > 0,
        };
    }
}
