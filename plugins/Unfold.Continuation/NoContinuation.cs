namespace Unfold.Continuation;

/// <summary>One solve from the network's own prox-centre.</summary>
/// <param name="options">Nothing to set.</param>
[Component("none")]
public sealed class NoContinuation(NoContinuationOptions options) : IContinuation, IFullyDifferentiable<IContinuation>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public IContinuation WithFullGradient() => this;

    /// <inheritdoc/>
    public ContinuationStep? Next(ContinuationHistory history) => history.Completed == 0 ? ContinuationStep.First : null;
}
