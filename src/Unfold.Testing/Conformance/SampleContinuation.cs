namespace Unfold.Testing;

/// <summary>One solve.</summary>
internal sealed class SampleContinuation : IContinuation
{
    public object Options => this;

    public ContinuationStep? Next(ContinuationHistory history) => history.Completed == 0 ? ContinuationStep.First : null;
}
