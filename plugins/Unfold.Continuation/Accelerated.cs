namespace Unfold.Continuation;

/// <summary>x0_{j+1} ← x̂_j + j/(j+3) (x̂_j − x̂_{j−1}), j = 0, 1, … (Becker, Candès, Grant 2011, Listing 11); no momentum after the first solve.</summary>
/// <param name="options">The options.</param>
[Component("accelerated")]
[Requires(typeof(IWarmStartable))]
public sealed class Accelerated(ContinuationOptions options) : IContinuation, IFullyDifferentiable<IContinuation>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public IContinuation WithFullGradient() => new Accelerated(options with { GradientThroughWarmStart = true });

    /// <inheritdoc/>
    public ContinuationStep? Next(ContinuationHistory history) => WarmStart.Next(options, history, estimate =>
    {
        double j = history.Completed - 1;
        if (history.BeforeLatest is not { } before)
            return estimate;
        var previous = options.GradientThroughWarmStart ? before : before.detach();
        return estimate + (j / (j + 3) * (estimate - previous));
    });
}
