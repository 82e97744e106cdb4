using Unfold.Specs;

namespace Unfold.Results.Tests;

public sealed class VerificationSuiteTests
{
    private const string Expect = """
        {
          "metrics": { "a": { "test.mse": { "value": 3, "abs": 0.1 } } },
          "claims": ["a.test.mse < b.test.mse", { "claim": "a.test.mse < b.test.mse", "margin": 1, "holds": "in part" }, "a.test.mse > b.test.mse"]
        }
        """;

    [Fact]
    public void Runs_figures_and_claims_are_cases_each_with_its_outcome()
    {
        RunResult[] runs = [Specimen.Run("a", 1), Specimen.Run("b", 2), Specimen.Run("c", 1, status: RunStatus.Diverged)];
        var suite = VerificationSuite.Of(Verification.Of("x", Specimen.Accepted(Specimen.Run("a", 1), Specimen.Run("b", 3), Specimen.Run("d", 1)), ExpectReader.Parse(Expect), runs));
        Assert.Equal(
            [
                ("a seed 0", CaseOutcome.Passed),
                ("b seed 0", CaseOutcome.Failed),
                ("c seed 0", CaseOutcome.Error),
                ("d seed 0", CaseOutcome.Failed),
                ("expected: a.test.mse", CaseOutcome.Failed),
                ("claim: a.test.mse < b.test.mse", CaseOutcome.Passed),
                ("claim: a.test.mse < b.test.mse by 1", CaseOutcome.Skipped),
                ("claim: a.test.mse > b.test.mse", CaseOutcome.Failed),
            ],
            suite.Cases.Select(c => (c.Name, c.Outcome)));
        Assert.Equal(["x: b seed 0", "x: c seed 0", "x: d seed 0", "x: expected", "x: claim"], suite.Explain().Split('\n').Where(l => !l.StartsWith(' ')).Select(l => string.Join(':', l.Split(':').Take(2))));
    }

    [Fact]
    public void Figures_that_are_better_are_told_kindly_and_how_they_are_accepted()
    {
        var report = Verification.Of("x", Specimen.Accepted(Specimen.Run("b", 3)), Expectations.None, [Specimen.Run("b", 2)], new VerificationScope { Called = "x.json" });
        var told = VerificationSuite.Of(report).Cases[0];
        Assert.Equal("1 of 1 metrics is better than expected; if that is meant, accept it: unfold verify x.json --accept", told.Message);
        Assert.Equal("test.mse is better than expected: 2.0, accepted was 3.0 (difference -1, allowed 0.03)", told.Details);
        Assert.DoesNotContain("accept it", VerificationSuite.Of(Verification.Of("x", Specimen.Accepted(Specimen.Run("b", 3)), Expectations.None, [Specimen.Run("b", 4)])).Cases[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_everything_is_as_expected_there_is_nothing_to_explain() =>
        Assert.Equal("", VerificationSuite.Of(Verification.Of("x", Specimen.Accepted(Specimen.Run("b", 3)), Expectations.None, [Specimen.Run("b", 3)])).Explain());
}
