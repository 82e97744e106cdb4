namespace Unfold.Continuation;

/// <summary>Nothing to set.</summary>
public sealed record NoContinuationOptions;
