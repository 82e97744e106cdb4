using Unfold.Specs;

namespace Unfold.Results.Tests;

public sealed class ClaimJudgeTests
{
    [Fact]
    public void Below_six_seeds_nothing_is_decided()
    {
        var judged = Assert.Single(Judge("""["a.test.mse < b.test.mse"]""", Runs("a", 1, 5), Runs("b", 2, 5)));
        Assert.Equal((Verdict.NotDecided, "not decided"), (judged.Verdict, judged.Sentence));
        Assert.Equal("5 shared seeds, 6 are needed", judged.Comparisons[0].Reason);
    }

    [Fact]
    public void Six_seeds_that_separate_decide_in_both_directions()
    {
        Assert.Equal(Verdict.Holds, Assert.Single(Judge("""["a.test.mse < b.test.mse"]""", Runs("a", 1), Runs("b", 2))).Verdict);
        Assert.Equal(Verdict.DoesNotHold, Assert.Single(Judge("""["a.test.mse > b.test.mse"]""", Runs("a", 1), Runs("b", 2))).Verdict);
    }

    [Fact]
    public void Sides_that_the_test_does_not_separate_are_not_decided()
    {
        var judged = Assert.Single(Judge("""["a.test.mse < b.test.mse"]""", Runs("a", 1), Runs("b", 1.0001, scatter: 3)));
        Assert.Equal(Verdict.NotDecided, judged.Verdict);
        Assert.Contains("does not separate", judged.Comparisons[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_margin_must_be_exceeded_by_more_than_chance()
    {
        Assert.Equal(Verdict.Holds, Assert.Single(Judge("""[{ "claim": "a.test.mse < b.test.mse", "margin": 0.5 }]""", Runs("a", 1), Runs("b", 2))).Verdict);
        Assert.Equal(Verdict.DoesNotHold, Assert.Single(Judge("""[{ "claim": "a.test.mse < b.test.mse", "margin": 1.5 }]""", Runs("a", 1), Runs("b", 2))).Verdict);
        Assert.Equal(Verdict.Holds, Assert.Single(Judge("""[{ "claim": "b.test.mse > a.test.mse", "margin": 0.5 }]""", Runs("a", 1), Runs("b", 2))).Verdict);
    }

    [Fact]
    public void A_negative_margin_asks_for_not_being_much_worse()
    {
        var close = Assert.Single(Judge("""[{ "claim": "a.test.mse < b.test.mse", "margin": -1.5 }]""", Runs("a", 2), Runs("b", 1)));
        Assert.Equal((Verdict.Holds, "a.test.mse < b.test.mse to within 1.5"), (close.Verdict, close.Says));
        Assert.Equal(Verdict.DoesNotHold, Assert.Single(Judge("""[{ "claim": "a.test.mse < b.test.mse", "margin": -0.5 }]""", Runs("a", 2), Runs("b", 1))).Verdict);
        Assert.Equal(Verdict.Holds, Assert.Single(Judge("""[{ "claim": "b.test.mse > a.test.mse", "margin": -1.5 }]""", Runs("a", 2), Runs("b", 1))).Verdict);
    }

    [Fact]
    public void A_claim_may_ask_for_more_seeds() =>
        Assert.Equal("6 shared seeds, 10 are needed", Assert.Single(Judge("""[{ "claim": "a.test.mse < b.test.mse", "seeds": 10 }]""", Runs("a", 1), Runs("b", 2))).Comparisons[0].Reason);

    [Fact]
    public void Claims_of_the_same_words_are_judged_together()
    {
        var judged = Assert.Single(Judge(
            """[{ "claim": "a.test.mse < b.test.mse", "says": "A wins" }, { "claim": "a.test.mse < c.test.mse", "says": "A wins" }, { "claim": "a.test.mse < d.test.mse", "says": "A wins" }]""",
            Runs("a", 2), Runs("b", 3), Runs("c", 1), Runs("d", 4, 2)));
        Assert.Equal("A wins", judged.Says);
        Assert.Equal(Verdict.HoldsInPart, judged.Verdict);
        Assert.Equal("holds only against b; does not hold against c; not decided against d", judged.Sentence);
    }

    [Fact]
    public void One_comparison_refutes_what_is_claimed_of_all()
    {
        var judged = Assert.Single(Judge(
            """[{ "claim": "a.test.mse < c.test.mse", "says": "A wins" }, { "claim": "a.test.mse < d.test.mse", "says": "A wins" }]""", Runs("a", 2), Runs("c", 1), Runs("d", 4, 2)));
        Assert.Equal((Verdict.DoesNotHold, "does not hold against c; not decided against d"), (judged.Verdict, judged.Sentence));
    }

    [Fact]
    public void Of_many_cells_against_several_opponents_the_sentence_says_how_many()
    {
        var judged = Assert.Single(Judge(
            """[{ "claim": "a.test.mse < b.test.mse", "says": "A wins" }, { "claim": "a.test.mse < c.test.mse", "says": "A wins" }]""",
            Runs("a", 1, cell: "a[layers=5]"), Runs("a", 3, cell: "a[layers=10]"), Runs("b", 2), Runs("c", 4)));
        Assert.Equal("holds only against b (1 of 2), c; does not hold against b (1 of 2)", judged.Sentence);
    }

    [Fact]
    public void Where_both_sides_differ_the_sentence_names_the_claims_between_variants()
    {
        var judged = Assert.Single(Judge(
            """[{ "claim": "a.test.mse < b.test.mse", "says": "A wins", "seeds": 6 }, { "claim": "c.test.mse < d.test.mse", "says": "A wins", "seeds": 6 }]""",
            Runs("a", 1, cell: "a[layers=5]"), Runs("a", 3, cell: "a[layers=10]"), Runs("b", 2), Runs("c", 1), Runs("d", 2)));
        Assert.Equal("holds only for a.test.mse < b.test.mse (1 of 2), c.test.mse < d.test.mse; does not hold for a.test.mse < b.test.mse (1 of 2)", judged.Sentence);
    }

    [Fact]
    public void A_claim_between_swept_variants_names_the_values_at_which_it_holds()
    {
        var judged = Assert.Single(Judge(
            """["a.test.mse < b.test.mse"]""",
            Runs("a", 1, cell: "a[layers=5]"), Runs("a", 3, cell: "a[layers=10]"), Runs("b", 2, cell: "b[layers=5]"), Runs("b", 2, cell: "b[layers=10]")));
        Assert.Equal("holds only at layers=5; does not hold at layers=10", judged.Sentence);
    }

    [Fact]
    public void Many_claims_are_corrected_for_one_another()
    {
        var runs = new[] { Runs("a", 1), Runs("b", 1.3, scatter: 3) };
        var alone = Judge("""["a.test.mse < b.test.mse"]""", runs)[0].Comparisons[0];
        var many = Judge("""["a.test.mse < b.test.mse", "a.train.mse < b.train.mse"]""", runs)[0].Comparisons[0];
        Assert.Equal(2 * alone.AdjustedPValue, many.AdjustedPValue, 1e-12);
        Assert.InRange(alone.AdjustedPValue, 0.025, 0.05);
        Assert.Equal((Verdict.Holds, Verdict.NotDecided), (alone.Verdict, many.Verdict));
    }

    [Fact]
    public void A_count_of_parameters_needs_no_seeds() =>
        Assert.Equal(Verdict.Holds, Assert.Single(Judge("""["a.parameters.count < b.parameters.count"]""", Runs("a", 1, 1), Runs("b", 2, 1))).Verdict);

    [Fact]
    public void Figures_of_single_images_are_bootstrapped_by_seed()
    {
        var images = Assert.Single(Judge("""["a.test.mse < b.test.mse"]""", Runs("a", 1), Runs("b", 2))).Comparisons[0].Images!;
        Assert.Equal((6, 12), (images.Seeds, images.Images));
        Assert.Equal(1, images.Mean, 1e-12);
    }

    [Fact]
    public void A_comparison_with_a_cell_that_diverged_or_was_not_run_is_not_decided_and_does_not_vanish()
    {
        DeclaredCell[] cells = [new("a", "a[layers=5]"), new("a", "a[layers=10]"), new("b", "b"), new("c", "c")];
        StoredRun[] diverged = [.. Runs("a", 1, cell: "a[layers=10]").Select(r => r with { Result = r.Result with { Status = RunStatus.Diverged } })];
        var judged = Assert.Single(JudgeDeclared("""["a.test.mse < b.test.mse"]""", cells, Runs("a", 1, cell: "a[layers=5]"), diverged, Runs("b", 2)));
        Assert.Equal((Verdict.HoldsInPart, "holds for a[layers=5]; not decided for a[layers=10]"), (judged.Verdict, judged.Sentence));
        Assert.Equal("no completed run of a[layers=10]", judged.Comparisons[1].Reason);

        var open = Assert.Single(JudgeDeclared("""["b.test.mse < c.test.mse"]""", cells, Runs("a", 1, cell: "a[layers=5]")));
        Assert.Equal((Verdict.NotDecided, "no completed run of b, nor of c"), (open.Verdict, open.Comparisons[0].Reason));
    }

    [Fact]
    public void A_claim_about_a_variant_without_runs_is_open_where_the_declaration_is_not_known() =>
        Assert.Equal("no completed run of b", Assert.Single(Judge("""["a.parameters.count < b.parameters.count"]""", Runs("a", 1))).Comparisons[0].Reason);

    [Fact]
    public void Cells_that_are_not_declared_enter_no_claim() =>
        Assert.Single(Assert.Single(JudgeDeclared("""["a.test.mse < b.test.mse"]""", [new("a", "a[layers=5]"), new("b", "b")], Runs("a", 1, cell: "a[layers=5]"), Runs("a", 3, cell: "a[layers=4]"), Runs("b", 2))).Comparisons);

    private static IReadOnlyList<JudgedClaim> Judge(string claims, params IReadOnlyList<StoredRun>[] runs) => JudgeDeclared(claims, null, runs);

    private static IReadOnlyList<JudgedClaim> JudgeDeclared(string claims, DeclaredCell[]? cells, params IReadOnlyList<StoredRun>[] runs) =>
        ClaimJudge.Judge(ExpectReader.Parse($$"""{ "claims": {{claims}} }""").Claims, [.. runs.SelectMany(r => r)], cells);

    private static IReadOnlyList<StoredRun> Runs(string variant, double mse, int seeds = 6, string? cell = null, double scatter = 0) =>
    [
        .. Enumerable.Range(0, seeds).Select(s => (Seed: s, Mse: mse + (0.01 * s) + (scatter * (s % 2 == 0 ? 0.08 : -0.08)))).Select(r => new StoredRun(
            "/x",
            Specimen.Run(variant, r.Mse, r.Seed) with { Cell = cell, Metrics = Specimen.Metrics((MetricNames.TestMse, r.Mse), (MetricNames.TrainMse, r.Mse), (MetricNames.ParametersCount, mse * 100)) },
            [],
            null,
            null) { TestImages = new ImageFigures([r.Mse - 0.1, r.Mse + 0.1], [1, 1], []) }),
    ];
}
