using Unfold.Results;

namespace Unfold.Reporting.Tests;

public sealed class ReportTableTests
{
    [Fact]
    public void Seeds_of_a_variant_are_summarised()
    {
        var table = Table([Specimen.Run("a", 0.01, seed: 0), Specimen.Run("a", 0.03, seed: 1), Specimen.Run("b", 0.015)]);
        Assert.Equal(["a", "b"], table.Rows.Select(r => r.Name));
        Assert.Equal([2, 1], table.Rows.Select(r => r.Seeds));
        Assert.Equal(["0.02000 ± 0.01414", "0.01500"], table.Rows.Select(r => Mse(r).Text));
    }

    [Fact]
    public void Below_six_seeds_nothing_is_marked_best() =>
        Assert.DoesNotContain(Table([.. Seeds("a", 0.01, 5), .. Seeds("b", 0.02, 5)]).Rows, r => Mse(r).IsBest);

    [Fact]
    public void The_best_is_marked_where_the_test_separates_it_from_every_other()
    {
        Assert.Equal([true, false, false], Table([.. Seeds("a", 0.01), .. Seeds("b", 0.02), .. Seeds("c", 0.03)]).Rows.Select(r => Mse(r).IsBest));
        // One that is as good in half of the seeds.
        var tied = Seeds("d", 0.01).Select((r, i) => i % 2 == 0 ? Specimen.Run("d", 0.009, i) : Specimen.Run("d", 0.0115, i));
        Assert.DoesNotContain(Table([.. Seeds("a", 0.01), .. Seeds("b", 0.02), .. tied]).Rows, r => Mse(r).IsBest);
    }

    [Fact]
    public void The_caption_says_why_nothing_is_marked()
    {
        Assert.Contains("Nothing is marked best below 6 seeds.", Table([.. Seeds("a", 0.01, 2), .. Seeds("b", 0.02, 2)]).Caption("★"), StringComparison.Ordinal);
        Assert.Contains("no row separates from every other one", Table([.. Seeds("a", 0.01), .. Seeds("b", 0.01)]).Caption("★"), StringComparison.Ordinal);
        Assert.Contains("★ is the best of its column", Table([.. Seeds("a", 0.01), .. Seeds("b", 0.02)]).Caption("★"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_that_diverged_has_a_row_and_wins_nothing()
    {
        var table = Table([Specimen.Diverged("bad"), .. Seeds("good", 0.01)]);
        Assert.Equal("UFT001: training diverged <at> step 3", table.Rows[0].Failure);
        Assert.Empty(table.Rows[0].Cells);
        // One value is not the best of several.
        Assert.False(Mse(table.Rows[1]).IsBest);
    }

    [Fact]
    public void A_metric_that_is_missing_is_a_dash() =>
        Assert.Equal("–", Table([Specimen.Run("a", 0.01)]).Rows[0].Cells[Column("test.ssim")].Text);

    [Fact]
    public void Signals_without_a_peak_have_the_nmse_of_their_conditions()
    {
        var run = Specimen.Run("a", 0.01);
        var sparse = run with { Result = run.Result with { Metrics = new(StringComparer.Ordinal) { [MetricNames.TestMse] = 0.01, [MetricNames.TestNmseDb] = -20, ["robustness.outliers.nmse_db"] = -12, ["robustness.outliers.mse"] = 0.1 } } };
        var table = ReportTables.Of(ReportedCell.Of([sparse])).Single(t => t.Id == "robustness");
        Assert.Equal(["as trained", "outliers"], table.Columns.Select(c => c.Title));
        Assert.Equal(["-20.00", "-12.00"], table.Rows[0].Cells.Select(c => c.Text.Replace('−', '-')));
        Assert.Contains("NMSE in dB", table.Caption("★"), StringComparison.Ordinal);
    }

    [Fact]
    public void Further_tables_are_there_where_the_runs_have_their_metrics()
    {
        Assert.Equal(["results"], ReportTables.Of(ReportedCell.Of([Specimen.Run("a", 0.01)])).Select(t => t.Id));
        var tables = ReportTables.Of(ReportedCell.Of(Study.Runs(1)));
        Assert.Equal(["results", "costs", "losses", "robustness", "stability", "landscapes"], tables.Select(t => t.Id));
        Assert.Equal(["as trained", "outliers", "sigma=0.01"], tables[3].Columns.Select(c => c.Title));
        Assert.Equal(["log-cosh, training", "log-cosh, test", "log-cosh, gap", "mse, training", "mse, test", "mse, gap"], tables[2].Columns.Select(c => c.Title));
    }

    [Fact]
    public void Costs_stand_beside_the_psnr_before_and_after()
    {
        var table = ReportTables.Of(ReportedCell.Of(Study.Runs())).Single(t => t.Id == "costs");
        Assert.Equal(["parameters", "inference (ms/image)", "inference memory (MB)", "training (s)", "PSNR before training (dB)", "PSNR after (dB)"], table.Columns.Select(c => c.Title));
        var cells = table.Rows.Single(r => r.Name == "deconet[layers=20]").Cells;
        Assert.Equal(["2,458,624", "0.200 ± 0.000"], cells.Take(2).Select(c => c.Text));
        Assert.Equal("8.54 ± 0.00", cells[4].Text);
        Assert.True(cells[5].Value!.Mean > cells[4].Value!.Mean);
    }

    [Fact]
    public void A_landscape_has_each_of_its_figures_once()
    {
        var table = ReportTables.Of(ReportedCell.Of([Specimen.Read(Specimen.Run("a", 0.01), Landscape), Specimen.Run("b", 0.01)])).Single(t => t.Id == "landscapes");
        Assert.Equal(["roughness, training loss, test", "roughness, MSE, test", "largest eigenvalue", "largest second difference"], table.Columns.Select(c => c.Title));
        Assert.Equal(["0.5", "0.25", "12.5", "12.25"], table.Rows[0].Cells.Select(c => c.Text));
        // What has none has no row.
        Assert.Equal(["a"], table.Rows.Select(r => r.Name));
    }

    private static LossLandscape Landscape => new()
    {
        Seed = 0,
        Offsets = [-1, 0, 1],
        DirectionCosine = 0,
        Surfaces = [new("test", "train", [[1, 1, 1], [1, 0, 1], [1, 1, 1]], 0.5), new("test", "mse", [[1, 1, 1], [1, 0, 1], [1, 1, 1]], 0.25)],
        HessianEigenvalues = [12.5, 3],
        SecondDifferences = [12.25, 3],
    };

    private static int Column(string metric) => ReportTables.Main.ToList().FindIndex(c => c.Metric == metric);

    private static ReportCell Mse(ReportRow row) => row.Cells[Column("test.mse")];

    private static ReportTable Table(IReadOnlyList<StoredRun> runs) => ReportTables.Of(ReportedCell.Of(runs))[0];

    private static IEnumerable<StoredRun> Seeds(string variant, double mse, int seeds = 6) => Enumerable.Range(0, seeds).Select(s => Specimen.Run(variant, mse * (1 + (0.01 * ((s * 7) % 5))) + (mse * mse * s), s));
}
