namespace Unfold;

/// <summary>
/// Marks an architecture whose networks honour <see cref="ContinuationStep.Centre"/> and <see cref="ContinuationStep.SmoothingFactor"/>.
/// Continuation over any other network would silently do nothing, so it is refused.
/// </summary>
public interface IWarmStartable;
