namespace Unfold.Continuation;

/// <summary>x0_{j+1} ← x̂_j (Becker, Candès, Grant 2011, Listing 10): the proximal-point method where every solve is exact.</summary>
/// <param name="options">The options.</param>
[Component("proximal-point")]
[Requires(typeof(IWarmStartable))]
public sealed class ProximalPoint(ContinuationOptions options) : IContinuation, IFullyDifferentiable<IContinuation>
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public IContinuation WithFullGradient() => new ProximalPoint(options with { GradientThroughWarmStart = true });

    /// <inheritdoc/>
    public ContinuationStep? Next(ContinuationHistory history) => WarmStart.Next(options, history, estimate => estimate);
}
