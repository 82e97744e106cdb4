using Unfold.Results;

namespace Unfold.Reporting.Tests;

[UsesVerify]
public sealed class SweepTableTests
{
    [Fact]
    public void The_cell_of_the_lowest_validation_error_is_chosen_whatever_its_test_error()
    {
        var table = Table(Grid.Runs(), "chosen");
        var row = Assert.Single(table.Rows);
        Assert.Equal("c-dec[redundancy=1,steps=2]", row.Name);
        Assert.Equal(2, row.Seeds);
        Assert.Equal(["validation MSE", "test MSE", "PSNR (dB)"], table.Columns.Select(c => c.Title));
        Assert.Equal(["0.01000 ± 0.00000", "0.00815 ± 0.00261", "21.00 ± 1.41"], row.Cells.Select(c => c.Text));
        Assert.Contains("validation data alone decided", table.Caption("★"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_lost_a_seed_is_not_chosen()
    {
        IReadOnlyList<StoredRun> runs = [.. Grid.Runs().Where(r => r.Result.Seed == 0 || r.Result.Name != "c-dec[redundancy=1,steps=2]")];
        Assert.Equal("c-dec[redundancy=1,steps=1]", Assert.Single(Table(runs, "chosen").Rows).Name);
    }

    [Fact]
    public void Signals_without_a_range_are_chosen_by_their_nmse()
    {
        IReadOnlyList<StoredRun> runs = [.. Grid.Runs().Select(r => r with { Result = r.Result with { Metrics = new(r.Result.Metrics, StringComparer.Ordinal) { [MetricNames.ValidationNmseDb] = -r.Result.Metrics[MetricNames.TestPsnr] } } })];
        var table = Table(runs, "chosen");
        Assert.Equal("c-dec[redundancy=4,steps=2]", Assert.Single(table.Rows).Name);
        Assert.Contains("lowest mean validation NMSE", table.Caption("★"), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_without_validation_choose_nothing()
    {
        IReadOnlyList<StoredRun> runs = [.. Grid.Runs().Select(r => r with { Result = r.Result with { Metrics = new(r.Result.Metrics.Where(m => m.Key != MetricNames.ValidationMse).ToDictionary(), StringComparer.Ordinal) } })];
        Assert.Equal(["marginals"], SweepTables.Of(ReportedCell.Of(runs)).Select(t => t.Id));
    }

    [Fact]
    public void Marginal_means_are_over_all_cells_and_seeds_of_a_value()
    {
        var table = Table(Grid.Runs(), "marginals");
        Assert.Equal(["c-dec, redundancy = 1", "c-dec, redundancy = 4", "c-dec, steps = 1", "c-dec, steps = 2"], table.Rows.Select(r => r.Name));
        Assert.All(table.Rows, r => Assert.Equal(4, r.Seeds));
        // 10, 12, 20, 22: mean 16, squares 36 + 16 + 16 + 36 = 104 over 3; of a step 10, 12, 13, 15: mean 12.5, squares 6.25 + 0.25 + 0.25 + 6.25 = 13 over 3.
        Assert.Equal(["16.00 ± 5.89", "19.00 ± 5.89", "12.50 ± 2.08", "22.50 ± 2.08"], table.Rows.Select(r => r.Cells[1].Text));
        Assert.Contains("over n = 4 runs.", table.Caption("★"), StringComparison.Ordinal);
        Assert.DoesNotContain("best", table.Caption("★"), StringComparison.Ordinal);
        Assert.DoesNotContain("holes", table.Caption("★"), StringComparison.Ordinal);
        Assert.StartsWith("cell,runs,test.mse,", TableFiles.Csv(table), StringComparison.Ordinal);
        Assert.Contains("\n\"c-dec, steps = 1\",4,", TableFiles.Csv(table), StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_with_a_hole_or_with_uneven_seeds_says_so()
    {
        Assert.Contains("The grid of c-dec has holes (1 without a completed run)", Table(Grid.Holed(), "marginals").Caption("★"), StringComparison.Ordinal);
        Assert.Contains("Cells of c-dec differ in their number of completed runs", Table([.. Grid.Runs().Skip(1)], "marginals").Caption("★"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_axis_has_neither_table() =>
        Assert.Empty(SweepTables.Of(ReportedCell.Of([Grid.Run("v", 0, 1, 0.1, ("p.a", 1)), Grid.Run("v", 0, 1, 0.1, ("p.a", 2))])));

    [Fact]
    public Task The_tables_as_markdown_and_latex() => Verify(
        string.Concat(SweepTables.Of(ReportedCell.Of(Grid.Holed())).Select(t => $"{TableFiles.MarkdownOf(t)}\n{t.Caption("Bold")}\n\n{LatexTable.Of(t, "x")}\n")),
        "md");

    private static ReportTable Table(IReadOnlyList<StoredRun> runs, string id) => SweepTables.Of(ReportedCell.Of(runs)).Single(t => t.Id == id);
}
