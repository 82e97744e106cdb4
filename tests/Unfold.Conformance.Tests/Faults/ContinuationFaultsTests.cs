using TorchSharp;
using Unfold.Testing;

namespace Unfold.Conformance.Tests;

public sealed class ContinuationFaultsTests
{
    [Fact]
    public void A_sound_continuation_passes() => Found.Passes(new DemandingContinuation(h => h.Completed > 2 ? null : new ContinuationStep { Index = h.Completed, Centre = h.Latest }));

    [Fact]
    public void No_first_step_is_found() => Found.Fails(new HookedContinuation(_ => null), "first step", "before the first solve");

    [Fact]
    public void A_continuation_without_an_end_is_found() => Found.Fails(new HookedContinuation(h => new ContinuationStep { Index = h.Completed }), "ends", "10000");

    [Theory]
    [InlineData(79)]
    [InlineData(120)]
    public void Many_steps_have_centres_of_their_own(int steps) =>
        Found.Passes(new DemandingContinuation(h => h.Completed >= steps ? null : new ContinuationStep { Index = h.Completed, Centre = h.Latest }));

    [Fact]
    public void As_many_steps_as_are_allowed_pass()
    {
        Assert.True(ContinuationChecks.Ends(Steps(10_000)).Passed);
        Assert.True(ContinuationChecks.Ends(Steps(10_001)).Failed);

        static HookedContinuation Steps(int count) => new(h => h.Completed >= count ? null : new ContinuationStep { Index = h.Completed });
    }

    [Fact]
    public void A_centre_that_does_not_come_from_the_estimates_is_found() =>
        Found.Fails(new DemandingContinuation(h => Two(h, s => s with { Centre = torch.ones(2, 9) })), "centres", "does not depend");

    [Fact]
    public void A_centre_of_another_shape_is_found() =>
        Found.Fails(new DemandingContinuation(h => Two(h, s => s with { Centre = h.Latest?.narrow(1, 0, 3) })), "steps", "centre [2, 3]");

    [Fact]
    public void A_smoothing_of_nothing_is_found() => Found.Fails(new DemandingContinuation(h => Two(h, s => s with { SmoothingFactor = 0 })), "steps", "smoothing factor of 0");

    [Fact]
    public void A_centre_for_networks_that_may_ignore_it_is_found() => Found.Fails(new HookedContinuation(h => Two(h, s => s with { Centre = h.Latest })), "requires", "silently do nothing");

    [Fact]
    public void A_continuation_with_a_memory_is_found()
    {
        var calls = 0;
        Found.Fails(new DemandingContinuation(h => Two(h, s => s with { SmoothingFactor = 1.0 / ++calls })), "pure", "another one");
    }

    private static ContinuationStep? Two(ContinuationHistory history, Func<ContinuationStep, ContinuationStep> change) =>
        history.Completed > 1 ? null : change(new ContinuationStep { Index = history.Completed });
}
