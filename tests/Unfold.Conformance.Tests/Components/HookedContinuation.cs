namespace Unfold.Conformance.Tests;

internal class HookedContinuation(Func<ContinuationHistory, ContinuationStep?> next) : IContinuation
{
    public object Options => this;

    public ContinuationStep? Next(ContinuationHistory history) => next(history);
}
