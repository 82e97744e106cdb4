using TorchSharp;
using Unfold.Continuation;

namespace Unfold.Plugins.Tests.Continuation;

/// <summary>Schedules against sequences computed by hand, with solves that return 1, 2, 4, 8, …</summary>
public class ScheduleTests
{
    [Fact]
    public void None_is_one_solve_from_the_networks_own_centre()
    {
        var steps = Play(new NoContinuation(new()));
        Assert.Null(Assert.Single(steps).Centre);
    }

    [Fact]
    public void Proximal_point_starts_every_solve_at_the_last_estimate() =>
        Assert.Equal([double.NaN, 1, 2, 4], Centres(Play(new ProximalPoint(new() { Steps = 4 }))));

    [Fact]
    public void Accelerated_extrapolates_by_j_over_j_plus_three() =>
        Assert.Equal(
            [double.NaN, 1, 2 + (1.0 / 4 * 1), 4 + (2.0 / 5 * 2), 8 + (3.0 / 6 * 4)],
            Centres(Play(new Accelerated(new() { Steps = 5 }))));

    [Fact]
    public void Smoothing_is_multiplied_from_step_to_step() =>
        Assert.Equal([1, 0.5, 0.25], Play(new ProximalPoint(new() { Steps = 3, SmoothingFactor = 0.5 })).Select(s => s.SmoothingFactor));

    [Fact]
    public void Duals_are_kept_only_where_asked_and_never_before_the_first_solve()
    {
        Assert.All(Play(new ProximalPoint(new() { Steps = 3 })), s => Assert.False(s.KeepDual));
        Assert.Equal([false, true, true], Play(new ProximalPoint(new() { Steps = 3, Dual = DualRule.Keep })).Select(s => s.KeepDual));
    }

    [Fact]
    public void Restart_keeps_duals_and_moves_neither_centre_nor_smoothing()
    {
        var steps = Play(new Restart(new() { Steps = 3, Layers = 7 }));
        Assert.All(steps, s => Assert.Equal((null, 1.0, 7), (s.Centre, s.SmoothingFactor, s.Layers)));
        Assert.Equal([false, true, true], steps.Select(s => s.KeepDual));
        Assert.Equal([0, 1, 2], steps.Select(s => s.Index));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gradients_flow_through_the_warm_start_only_where_asked(bool flows)
    {
        using var estimate = torch.ones(1, 1).requires_grad_(true);
        var schedule = new ProximalPoint(new() { GradientThroughWarmStart = flows });
        Assert.Equal(flows, schedule.Next(new ContinuationHistory(1, estimate * 2, null))!.Centre!.requires_grad);
    }

    private static List<ContinuationStep> Play(IContinuation schedule)
    {
        var steps = new List<ContinuationStep>();
        torch.Tensor? latest = null, before = null;
        while (schedule.Next(new ContinuationHistory(steps.Count, latest, before)) is { } step)
        {
            steps.Add(step);
            (latest, before) = (torch.full(1, 1, Math.Pow(2, steps.Count - 1), dtype: torch.float64), latest);
        }

        return steps;
    }

    private static double[] Centres(List<ContinuationStep> steps) => [.. steps.Select(s => s.Centre?.item<double>() ?? double.NaN)];
}
