using Unfold.Specs;

namespace Unfold.Results.Tests;

public sealed class VerificationTests
{
    private static readonly Expectations TenPercent = ExpectReader.Parse("""{ "tolerances": { "test.mse": { "rel": 0.1 } } }""");

    [Fact]
    public void Figures_within_the_tolerance_of_the_spec_pass_and_times_are_not_compared()
    {
        var report = Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1)), TenPercent, [Specimen.Run("a", 1.09) with { Metrics = Specimen.Metrics((MetricNames.TestMse, 1.09), (MetricNames.TrainSeconds, 99)) }]);
        Assert.True(report.Passes);
        Assert.Equal(1, Assert.Single(report.Runs).Compared);
    }

    [Fact]
    public void A_metric_without_a_tolerance_in_the_spec_has_the_default_one()
    {
        var accepted = Specimen.Accepted(Specimen.Run("a", 1));
        Assert.True(Verification.Of("x", accepted, Expectations.None, [Specimen.Run("a", 1.009)]).Passes);
        Assert.False(Verification.Of("x", accepted, Expectations.None, [Specimen.Run("a", 1.011)]).Passes);
    }

    [Fact]
    public void A_better_figure_beyond_the_tolerance_differs_too()
    {
        var report = Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1)), TenPercent, [Specimen.Run("a", 0.5)]);
        Assert.Equal(new Difference("test.mse", "1.0", "0.5", -0.5, 0.1, DifferenceKind.Better), Assert.Single(Assert.Single(report.Runs).Differences));
        Assert.False(report.Passes);
    }

    [Fact]
    public void A_metric_that_is_gone_and_one_that_is_new_differ()
    {
        var run = Specimen.Run("a", 0) with { Metrics = Specimen.Metrics((MetricNames.TestSsim, 0.9)) };
        var report = Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1)), TenPercent, [run]);
        Assert.Equal([MetricNames.TestMse, MetricNames.TestSsim], Assert.Single(report.Runs).Differences.Select(d => d.Path));
    }

    [Fact]
    public void A_run_that_diverged_fails_and_says_why()
    {
        var report = Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1)), TenPercent, [Specimen.Run("a", 1, status: RunStatus.Diverged)]);
        Assert.Contains("diverged at step 3", Assert.Single(report.Runs).Problem, StringComparison.Ordinal);
        Assert.False(report.Passes);
    }

    [Fact]
    public void A_spec_that_changed_since_it_was_accepted_fails_with_equal_figures()
    {
        var report = Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1)), TenPercent, [Specimen.Run("a", 1, hash: new string('b', 64))]);
        var check = Assert.Single(report.Runs);
        Assert.Empty(check.Differences);
        Assert.Contains("aaaaaaaaaaaa, now bbbbbbbbbbbb", check.Problem, StringComparison.Ordinal);
        Assert.False(report.Passes);
    }

    [Fact]
    public void A_stored_run_of_another_spec_than_todays_fails()
    {
        var run = Specimen.Run("a", 1);
        foreach (var accepted in new[] { Specimen.Accepted(run), null })
        {
            var report = Verification.Of("x", accepted, TenPercent, [run], new VerificationScope { Stale = r => $"{r.Name} is of another spec" });
            Assert.Equal("a is of another spec", Assert.Single(report.Runs).Problem);
            Assert.False(report.Passes);
        }
    }

    [Fact]
    public void A_variant_that_was_never_accepted_fails()
    {
        var report = Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1)), TenPercent, [Specimen.Run("a", 1), Specimen.Run("b", 1)]);
        Assert.Equal(["b"], report.Runs.Where(r => !r.Passes).Select(r => r.Variant));
    }

    [Fact]
    public void An_accepted_variant_that_was_not_run_fails_unless_it_was_not_asked_for()
    {
        var accepted = Specimen.Accepted(Specimen.Run("a", 1), Specimen.Run("b", 1));
        Assert.Equal(["b"], Verification.Of("x", accepted, TenPercent, [Specimen.Run("a", 1)]).Runs.Where(r => !r.Passes).Select(r => r.Variant));
        Assert.True(Verification.Of("x", accepted, TenPercent, [Specimen.Run("a", 1)], Asked("a")).Passes);
    }

    [Fact]
    public void A_variant_that_was_asked_for_and_exists_nowhere_fails() =>
        Assert.False(Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1)), TenPercent, [Specimen.Run("a", 1)], Asked("a", "b", "b")).Passes);

    [Fact]
    public void A_claim_compares_the_means_over_the_seeds()
    {
        var expect = ExpectReader.Parse("""{ "claims": ["a.test.mse < b.test.mse", "a.test.mse > b.test.mse"] }""");
        RunResult[] runs = [Specimen.Run("a", 1), Specimen.Run("a", 4, seed: 1), Specimen.Run("b", 3)];
        var report = Verification.Of("x", Specimen.Accepted(runs), expect, runs);
        Assert.Equal([new MeanComparison("a.test.mse < b.test.mse", 2.5, 3, 1, true, true), new MeanComparison("a.test.mse > b.test.mse", 2.5, 3, 1, false, true)], report.Claims.SelectMany(c => c.Means));
        Assert.Equal([true, false], report.Claims.Select(c => c.Passes));
        Assert.False(report.Passes);
    }

    [Fact]
    public void A_claim_that_is_expected_not_to_hold_passes_where_it_does_not_and_only_there()
    {
        var expect = ExpectReader.Parse("""{ "claims": [{ "claim": "a.test.mse > b.test.mse", "holds": false }] }""");
        RunResult[] runs = [Specimen.Run("a", 1), Specimen.Run("b", 3)];
        Assert.True(Verification.Of("x", Specimen.Accepted(runs), expect, runs).Passes);

        RunResult[] opposite = [Specimen.Run("a", 3), Specimen.Run("b", 1)];
        Assert.False(Verification.Of("x", Specimen.Accepted(opposite), expect, opposite).Passes);

        // Nothing is said of a figure that is not there.
        RunResult[] unknown = [Specimen.Run("a", double.NaN), Specimen.Run("b", 1)];
        Assert.False(Assert.Single(Verification.Of("x", Specimen.Accepted(unknown), expect, unknown).Claims).Passes);
    }

    [Fact]
    public void A_claim_about_a_run_that_diverged_does_not_hold()
    {
        var expect = ExpectReader.Parse("""{ "claims": ["a.test.mse > b.test.mse"] }""");
        RunResult[] runs = [Specimen.Run("a", 2), Specimen.Run("b", 1, status: RunStatus.Diverged)];
        Assert.False(Assert.Single(Verification.Of("x", Specimen.Accepted(runs[0]), expect, runs).Claims).Holds);
    }

    [Fact]
    public void A_claim_about_a_variant_that_was_not_asked_for_is_not_judged()
    {
        var expect = ExpectReader.Parse("""{ "claims": ["a.test.mse < b.test.mse"] }""");
        var report = Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1), Specimen.Run("b", 2)), expect, [Specimen.Run("a", 1)], Asked("a"));
        Assert.Empty(report.Claims);
        Assert.True(report.Passes);
    }

    [Fact]
    public void Where_nothing_was_accepted_expected_figures_are_checked_and_runs_must_complete()
    {
        var expect = Expectations.None with { Metrics = new([new ExpectedMetric("a", MetricNames.TestMse, 1, new MetricTolerance(MetricNames.TestMse, 0.1, 0), null)]) };
        Assert.True(Verification.Of("x", null, expect, [Specimen.Run("a", 1.05)], Asked("a")).Passes);
        Assert.False(Verification.Of("x", null, expect, [Specimen.Run("a", 1.15)], Asked("a")).Passes);
        Assert.False(Verification.Of("x", null, expect, [Specimen.Run("a", 1.05), Specimen.Run("b", 1, status: RunStatus.Diverged)]).Passes);
        Assert.False(Verification.Of("x", null, expect, [Specimen.Run("a", 1.05)], Asked("a", "b")).Passes);
    }

    private static VerificationScope Asked(params string[] names) => new() { Asked = [.. names.Select(n => new AskedCell(n))] };
}
