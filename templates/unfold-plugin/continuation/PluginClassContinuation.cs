using Unfold;

namespace PluginNamespace;

/// <summary>
/// Solves J times, each time with the smoothing parameter times β and from the last estimate: x0_{j+1} ← x̂_j, µ_{j+1} ← β µ_j (Becker, Candès, Grant 2011, section 5.5).
/// </summary>
/// <param name="options">The options.</param>
[Component("plugin-id")]
[Requires(typeof(IWarmStartable))]
public sealed class PluginClassContinuation(PluginClassOptions options) : IContinuation
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public ContinuationStep? Next(ContinuationHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Completed >= options.Steps ? null : new ContinuationStep
        {
            Index = history.Completed,
            Centre = history.Latest,
            SmoothingFactor = Math.Pow(options.Factor, history.Completed),
        };
    }
}
