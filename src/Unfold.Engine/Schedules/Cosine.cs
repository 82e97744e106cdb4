namespace Unfold.Engine.Schedules;

/// <summary>Half a cosine from 1 to <see cref="CosineOptions.Final"/>, after an optional linear rise.</summary>
/// <param name="options">The options.</param>
[Component("cosine")]
public sealed class Cosine(CosineOptions options) : ILearningRateSchedule
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public double Factor(long step, long totalSteps)
    {
        var rise = options.Warmup * totalSteps;
        if (step < rise)
            return (step + 1) / Math.Max(1, rise + 1);
        var progress = (step - rise) / Math.Max(1, totalSteps - rise);
        return options.Final + ((1 - options.Final) * 0.5 * (1 + Math.Cos(Math.PI * progress)));
    }
}
