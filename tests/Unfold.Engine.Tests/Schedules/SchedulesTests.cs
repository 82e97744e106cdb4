using Unfold.Engine.Schedules;

namespace Unfold.Engine.Tests;

public sealed class SchedulesTests
{
    [Fact]
    public void Cosine_falls_from_one_to_its_end()
    {
        var cosine = new Cosine(new CosineOptions { Final = 0.2 });
        Assert.Equal(1, cosine.Factor(0, 100), 1e-12);
        Assert.Equal(0.2 + (0.8 * 0.5 * (1 + Math.Sqrt(0.5))), cosine.Factor(25, 100), 1e-12);
        Assert.Equal(0.6, cosine.Factor(50, 100), 1e-12);
        Assert.Equal(0.2, cosine.Factor(100, 100), 1e-12);
    }

    [Fact]
    public void Cosine_rises_in_equal_steps_before_it_falls()
    {
        var cosine = new Cosine(new CosineOptions { Final = 0, Warmup = 0.04 });
        Assert.Equal([1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0, 1], Enumerable.Range(0, 5).Select(step => cosine.Factor(step, 100)));
        Assert.Equal(0.5, cosine.Factor(4 + 48, 100), 1e-12);
    }

    [Fact]
    public void A_warm_up_rises_in_equal_steps_and_leaves_the_rest_to_another_schedule()
    {
        var decay = new StepDecay(new StepDecayOptions { Parts = 2, Factor = 0.5 });
        var warmup = new Warmup(new WarmupOptions { Share = 0.2, Schedule = decay });
        Assert.Equal([1 / 3.0, 2 / 3.0, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5], Enumerable.Range(0, 10).Select(step => warmup.Factor(step, 10)));
        Assert.Equal([0.5, 1, 1, 1], Enumerable.Range(0, 4).Select(step => new Warmup(new WarmupOptions { Share = 0.25 }).Factor(step, 4)));
    }

    [Fact]
    public void Step_decay_multiplies_after_every_part()
    {
        var decay = new StepDecay(new StepDecayOptions { Parts = 3, Factor = 0.5 });
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25], Enumerable.Range(0, 10).Select(step => decay.Factor(Math.Min(step, 9), 9)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void No_factor_is_above_one_or_negative_however_short_the_run(long total)
    {
        ILearningRateSchedule[] schedules = [new Cosine(new CosineOptions { Warmup = 0.3 }), new StepDecay(new StepDecayOptions { Parts = 7 }), new Warmup(new WarmupOptions { Share = 0.9, Schedule = new Cosine(new CosineOptions()) })];
        Assert.All(schedules, s => Assert.All(Enumerable.Range(0, (int)total), step => Assert.InRange(s.Factor(step, total), 1e-3, 1)));
    }
}
