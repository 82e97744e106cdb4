using Unfold.Specs;

namespace Unfold.Results.Tests;

public sealed class ClaimVerificationTests
{
    private static readonly DeclaredCell[] Cells = [new("a", "a[layers=5]"), new("a", "a[layers=10]"), new("b", "b")];

    [Theory]
    [InlineData("true", Verdict.Holds, 1, 1)]
    [InlineData("false", Verdict.DoesNotHold, 3, 3)]
    [InlineData("\"in part\"", Verdict.HoldsInPart, 1, 3)]
    [InlineData("\"undecided\"", Verdict.NotDecided, 2.001, 2.001)]
    public void From_six_seeds_on_the_verdict_of_all_cells_together_must_be_the_declared_one(string holds, Verdict verdict, double atFive, double atTen)
    {
        RunResult[] runs = [.. Runs("a[layers=5]", atFive, 6), .. Runs("a[layers=10]", atTen, 6), .. Runs("b", 2, 6, scatter: 0.05)];
        string[] declared = ["true", "false", "\"in part\"", "\"undecided\""];
        foreach (var other in declared)
        {
            var check = Check(other, runs);
            Assert.Equal((verdict, 6, other == holds), (check.Verdict!.Value, check.Seeds, check.Passes));
        }
    }

    [Fact]
    public void With_fewer_seeds_means_must_hold_in_every_cell_or_fail_in_one()
    {
        RunResult[] mixed = [.. Runs("a[layers=5]", 1, 5), .. Runs("a[layers=10]", 3, 5), .. Runs("b", 2, 5)];
        RunResult[] all = [.. Runs("a[layers=5]", 1, 5), .. Runs("a[layers=10]", 1, 5), .. Runs("b", 2, 5)];
        Assert.Equal((false, true), (Check("true", mixed).Passes, Check("false", mixed).Passes));
        Assert.Equal((true, false), (Check("true", all).Passes, Check("false", all).Passes));
        Assert.Null(Check("true", all).Verdict);
    }

    [Theory]
    [InlineData("\"in part\"")]
    [InlineData("\"undecided\"")]
    public void With_fewer_seeds_what_means_cannot_tell_is_not_checked_and_no_failure(string holds)
    {
        var check = Check(holds, [.. Runs("a[layers=5]", 1, 5), .. Runs("a[layers=10]", 1, 5), .. Runs("b", 2, 5)]);
        Assert.Equal((true, false), (check.Passes, check.IsChecked));
    }

    [Fact]
    public void Of_a_claim_about_all_cells_a_part_is_no_verdict()
    {
        RunResult[] part = [.. Runs("a[layers=5]", 1, 6), .. Runs("b", 2, 6)];
        Assert.Equal((true, true), (Check("true", part).Passes, Check("true", part).IsChecked));
        Assert.Equal((true, false), (Check("false", part).Passes, Check("false", part).IsChecked));
        Assert.Null(Check("\"in part\"", part).Verdict);
    }

    [Fact]
    public void Where_runs_of_other_claims_are_not_there_the_correction_cannot_be_made_and_means_are_compared()
    {
        var expect = ExpectReader.Parse("""{ "claims": ["a.test.mse < b.test.mse", "a.test.mse < c.test.mse"] }""");
        RunResult[] runs = [.. Runs("a[layers=5]", 1, 6), .. Runs("a[layers=10]", 1, 6), .. Runs("b", 2, 6)];
        Assert.Null(Assert.Single(Verification.Of("x", null, expect, runs, new VerificationScope { Declared = [.. Cells, new("c", "c")] }).Claims).Verdict);
    }

    [Fact]
    public void The_verdict_is_the_reports_corrected_for_all_claims()
    {
        RunResult[] runs = [.. Runs("a[layers=5]", 1.95, 6, scatter: 0.08), .. Runs("a[layers=10]", 1.95, 6, scatter: 0.08), .. Runs("b", 2, 6)];
        var expect = ExpectReader.Parse("""{ "claims": ["a.test.mse < b.test.mse", { "claim": "a.test.mse < b.test.mse", "margin": 0.01 }] }""");
        var verified = Verification.Of("x", null, expect, runs, new VerificationScope { Declared = Cells }).Claims.Select(c => (c.Claim, c.Verdict));
        var judged = ClaimJudge.Judge(expect.Claims, [.. runs.Select(r => new StoredRun("/x", r, [], null, null))], Cells).Select(c => (c.Says, (Verdict?)c.Verdict));
        Assert.Equal(judged, verified);
    }

    private static ClaimCheck Check(string holds, IReadOnlyList<RunResult> runs) => Assert.Single(Verification.Of(
        "x", null, ExpectReader.Parse($$"""{ "claims": [{ "claim": "a.test.mse < b.test.mse", "holds": {{holds}} }] }"""), runs, new VerificationScope { Declared = Cells }).Claims);

    private static IEnumerable<RunResult> Runs(string cell, double mse, int seeds, double scatter = 0) => Enumerable.Range(0, seeds).Select(s =>
        Specimen.Run(cell.Split('[')[0], mse + (0.01 * s) + (s % 2 == 0 ? scatter : -scatter), s) with { Cell = cell.Contains('[', StringComparison.Ordinal) ? cell : null });
}
