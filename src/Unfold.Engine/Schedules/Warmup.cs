namespace Unfold.Engine.Schedules;

/// <summary>A linear rise of the rate, then any schedule over the steps that are left.</summary>
/// <param name="options">The options.</param>
[Component("warmup")]
public sealed class Warmup(WarmupOptions options) : ILearningRateSchedule
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public double Factor(long step, long totalSteps)
    {
        var rise = (long)(options.Share * totalSteps);
        var after = Math.Max(0, step - rise);
        return (options.Schedule?.Factor(after, totalSteps - rise) ?? 1) * Math.Min(1, (step + 1.0) / (rise + 1));
    }
}
