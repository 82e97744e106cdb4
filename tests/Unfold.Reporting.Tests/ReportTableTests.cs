namespace Unfold.Reporting.Tests;

public sealed class ReportTableTests
{
    private static int Column(string metric) => ReportColumn.All.ToList().FindIndex(c => c.Metric == metric);

    [Fact]
    public void Seeds_of_a_variant_are_summarised_and_the_best_mean_is_marked()
    {
        var table = ReportTable.Of([Specimen.Run("a", 0.01, seed: 0), Specimen.Run("a", 0.03, seed: 1), Specimen.Run("b", 0.015)]);
        Assert.Equal(["a", "b"], table.Rows.Select(r => r.Variant));
        Assert.Equal([2, 1], table.Rows.Select(r => r.Seeds));
        var (a, b) = (table.Rows[0].Cells[Column("test.mse")], table.Rows[1].Cells[Column("test.mse")]);
        Assert.Equal(new ReportCell("0.02000 ± 0.01414", IsBest: false), a);
        Assert.Equal(new ReportCell("0.01500", IsBest: true), b);
    }

    [Fact]
    public void A_variant_that_diverged_has_a_row_and_wins_nothing()
    {
        var table = ReportTable.Of([Specimen.Diverged("bad"), Specimen.Run("good", 0.01)]);
        Assert.Equal("UFT001: training diverged <at> step 3", table.Rows[0].Failure);
        Assert.Empty(table.Rows[0].Cells);
        // One value is not the best of several.
        Assert.DoesNotContain(table.Rows[1].Cells, c => c.IsBest);
    }

    [Fact]
    public void A_metric_that_is_missing_is_a_dash() =>
        Assert.Equal("–", ReportTable.Of([Specimen.Run("a", 0.01)]).Rows[0].Cells[Column("test.ssim")].Text);
}
