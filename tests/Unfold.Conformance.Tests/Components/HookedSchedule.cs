namespace Unfold.Conformance.Tests;

internal sealed class HookedSchedule(Func<long, long, double> factor) : ILearningRateSchedule
{
    public object Options => this;

    public double Factor(long step, long totalSteps) => factor(step, totalSteps);
}
