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
        Assert.Equal([(MetricNames.TestMse, DifferenceKind.Missing), (MetricNames.TestSsim, DifferenceKind.Surplus)], Assert.Single(report.Runs).Differences.Select(d => (d.Path, d.Kind)));
        Assert.False(report.Passes);
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

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    public void A_figure_that_is_not_a_number_equals_nothing_on_either_side(double accepted, double received)
    {
        var difference = Assert.Single(Assert.Single(Verification.Of("x", Specimen.Accepted(Specimen.Run("a", accepted)), TenPercent, [Specimen.Run("a", received)]).Runs).Differences);
        Assert.Equal(DifferenceKind.NotANumber, difference.Kind);
        Assert.Contains("is not a number", DifferenceWords.Of(difference), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.05, true)]
    [InlineData(0.2, true)] // a lower error, however far away
    [InlineData(1.15, false)]
    [InlineData(double.NaN, false)]
    public void A_published_figure_may_be_a_bound_that_a_better_one_meets(double received, bool holds)
    {
        var expect = ExpectReader.Parse("""{ "metrics": { "a": { "test.mse": { "value": 1, "abs": 0.1, "orBetter": true, "source": "Chen et al. 2018, table 1" } } } }""");
        var check = Assert.Single(Verification.Of("x", null, expect, [Specimen.Run("a", received)]).Metrics);
        Assert.Equal(holds, check.Holds);
        Assert.EndsWith("expected 1 ± 0.1 or better (n = 1; Chen et al. 2018, table 1)", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expected_figure_is_not_met_by_what_is_not_a_number()
    {
        var expect = ExpectReader.Parse("""{ "metrics": { "a": { "test.mse": { "value": 1 } } } }""");
        Assert.False(Assert.Single(Verification.Of("x", null, expect, [Specimen.Run("a", double.NaN)]).Metrics).Holds);
    }

    [Theory]
    [InlineData("test.mse", 1, 0.5, DifferenceKind.Better)]
    [InlineData("test.mse", 0.5, 1, DifferenceKind.Differs)]
    [InlineData("test.psnr", 20, 21, DifferenceKind.Better)]
    [InlineData("test.psnr", 21, 20, DifferenceKind.Differs)]
    [InlineData("robustness.sigma-1e-2.nmse_db", -10, -11, DifferenceKind.Better)]
    [InlineData("train.loss.huber", 1, 0.5, DifferenceKind.Better)]
    [InlineData("generalization.gap.huber", 1, 0.5, DifferenceKind.Differs)] // signed: 0.5 is no better than −0.5
    [InlineData("gap.published", 1, 0.5, DifferenceKind.Differs)]
    [InlineData("parameters.count", 10, 5, DifferenceKind.Differs)]
    public void What_is_better_is_told_from_what_is_only_another_figure_and_fails_too(string metric, double accepted, double received, DifferenceKind kind)
    {
        var report = Verification.Of("x", Specimen.Accepted(With(metric, accepted)), Expectations.None, [With(metric, received)]);
        Assert.Equal(kind, Assert.Single(Assert.Single(report.Runs).Differences).Kind);
        Assert.False(report.Passes);
    }

    [Theory]
    [InlineData("cpu", true, false)]
    [InlineData("cuda:1", true, true)]
    [InlineData(null, true, false)]
    public void The_tolerance_is_that_of_the_class_of_device_that_the_run_was_on(string? device, bool atTwoPercent, bool atFourPercent)
    {
        var expect = ExpectReader.Parse("""{ "tolerances": { "test.mse": { "rel": 0.03, "cuda": { "rel": 0.05 } } } }""");
        var accepted = Specimen.Accepted(Specimen.Run("a", 1) with { Device = "cpu" });
        Assert.Equal((atTwoPercent, atFourPercent), (Passes(1.02), Passes(1.04)));

        bool Passes(double mse)
        {
            var check = Assert.Single(Verification.Of("x", accepted, expect, [Specimen.Run("a", mse) with { Device = device }]).Runs);
            Assert.Equal((device?.Split(':')[0], "cpu", device == "cuda:1"), (check.Device, check.AcceptedOn, check.IsOnAnotherClass));
            return check.Passes;
        }
    }

    [Fact]
    public void A_wrong_number_of_seeds_fails_on_either_side()
    {
        RunResult[] two = [Specimen.Run("a", 1), Specimen.Run("a", 1, seed: 1)];
        Assert.True(Verification.Of("x", Specimen.Accepted(two), TenPercent, two, Declared(0, 1)).Passes);

        // A run that is missing, of what was accepted or of what is declared.
        Assert.Equal([1], Failing(Specimen.Accepted(two), two[..1], Declared(0, 1)));
        Assert.Equal([2], Failing(Specimen.Accepted(two), two, Declared(0, 1, 2)));
        Assert.Equal([2], Failing(null, two, Declared(0, 1, 2)));

        // One that is too many, of what is declared or of what was accepted.
        Assert.Equal([1], Failing(Specimen.Accepted(two), two, Declared(0)));
        Assert.Equal([1], Failing(Specimen.Accepted(two), two[..1], Declared(0)));
        Assert.Equal([1], Failing(Specimen.Accepted(two[..1]), two, Declared(0, 1)));
    }

    private static IEnumerable<int> Failing(ExpectedResults? accepted, IReadOnlyList<RunResult> runs, VerificationScope scope) =>
        Verification.Of("x", accepted, TenPercent, runs, scope).Runs.Where(r => !r.Passes).Select(r => r.Seed);

    private static VerificationScope Declared(params int[] seeds) => new() { Asked = [new AskedCell("a", seeds)] };

    private static RunResult With(string metric, double value) => Specimen.Run("a", 0) with { Metrics = Specimen.Metrics((metric, value)) };

    private static VerificationScope Asked(params string[] names) => new() { Asked = [.. names.Select(n => new AskedCell(n))] };
}
