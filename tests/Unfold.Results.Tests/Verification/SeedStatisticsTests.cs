namespace Unfold.Results.Tests;

public sealed class SeedStatisticsTests
{
    [Fact]
    public void Metrics_of_several_seeds_have_mean_deviation_count_and_interval()
    {
        // Values 1, 2, 3: s = 1, t(2) at 97.5 % = 4.302653.
        var statistics = Assert.Single(Of(Specimen.Run("a", 1), Specimen.Run("a", 2, seed: 1), Specimen.Run("a", 3, seed: 2), Specimen.Run("b", 7)));
        Assert.Equal(("a", MetricNames.TestMse, 2.0, 1.0, 3), (statistics.Variant, statistics.Metric, statistics.Mean, statistics.Deviation, statistics.Count));
        Assert.Equal(2 - (4.302653 / Math.Sqrt(3)), statistics.Interval!.Lower, 1e-6);
        Assert.Equal(2 + (4.302653 / Math.Sqrt(3)), statistics.Interval.Upper, 1e-6);
    }

    [Fact]
    public void Runs_that_did_not_complete_and_what_is_of_the_machine_do_not_count()
    {
        var diverged = Specimen.Run("a", 9, seed: 2, status: RunStatus.Diverged) with { Metrics = Specimen.Metrics((MetricNames.TestMse, 9)) };
        Assert.Equal((2, 1.5), Of(Specimen.Run("a", 1), Specimen.Run("a", 2, seed: 1), diverged) is [var only] ? (only.Count, only.Mean) : default);
    }

    private static IReadOnlyList<SeedStatistics> Of(params RunResult[] runs) => Verification.Of("x", null, Specs.Expectations.None, runs).Statistics;
}
