namespace Unfold.Engine.Schedules;

/// <summary>Multiplies the rate by a factor at the end of each of several equal parts of the run.</summary>
/// <param name="options">The options.</param>
[Component("step-decay")]
public sealed class StepDecay(StepDecayOptions options) : ILearningRateSchedule
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public double Factor(long step, long totalSteps) =>
        Math.Pow(options.Factor, Math.Min(options.Parts - 1, step * options.Parts / Math.Max(1, totalSteps)));
}
