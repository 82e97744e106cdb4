namespace Unfold;

/// <summary>A continuation schedule inside the forward pass: warm-starts a network with its own estimates.</summary>
public interface IContinuation : IComponent
{
    /// <summary>The next step, or null when the last estimate is the result. Called first with <c>Completed = 0</c>, where null is not allowed.</summary>
    ContinuationStep? Next(ContinuationHistory history);
}
