using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Reporting.Tests;

public sealed class AxisFigureTests
{
    [Fact]
    public void Axes_that_advance_together_are_one_so_that_all_lines_stand_in_one_panel()
    {
        int[] redundancies = [1, 2, 5];
        var figure = Assert.Single(Figures(
        [
            .. redundancies.Select(r => Run("fixed", ("architecture.redundancy", r))),
            .. redundancies.Select(r => Run("scaled", ("architecture.redundancy", r), ("architecture.smoothing", 10 * r))),
        ]));
        Assert.Equal("Over architecture.redundancy", figure.Title);
        // Test MSE and PSNR, each with both variants over all values.
        Assert.Equal(["", ""], figure.Panels.Select(p => p.Title));
        Assert.Contains("fixed 0.01 at 1, 0.02 at 2, 0.05 at 5; scaled 0.01 at 1, 0.02 at 2, 0.05 at 5", figure.Panels[0].Alternative, StringComparison.Ordinal);
        Assert.Contains("In scaled smoothing advances with it.", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_of_a_grid_have_a_figure_each_and_a_panel_for_each_value_of_the_other()
    {
        var figures = Figures([.. from a in new[] { 1, 2 } from b in new[] { 3, 4 } select Run("x", ("x.a", a), ("x.b", b))]);
        Assert.Equal(["Over x.a", "Over x.b"], figures.Select(f => f.Title));
        Assert.Equal(["b = 3", "b = 3", "b = 4", "b = 4"], figures[0].Panels.Select(p => p.Title));
        Assert.DoesNotContain("advances with it", figures[0].Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_without_the_axis_are_levels_by_name_and_in_the_data()
    {
        var figure = Assert.Single(Figures([Run("mean"), Run("pinv"), Run("x", ("x.a", 1)), Run("x", ("x.a", 2))]));
        // Their levels coincide, and so share a label.
        Assert.Contains(">mean, pinv</text>", figure.Panels[0].Svg, StringComparison.Ordinal);
        Assert.Contains("x.a,,mean,test.mse,0.03,0,1,,\n", figure.Csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_levels_are_apart_and_within_the_plot()
    {
        var style = new SeriesStyle(0);
        var labels = LevelLabels.Spread([new(0.99, style, "b"), new(0.2, style, "c"), new(0.98, style, "a"), new(0.2, style, "d")], 0, 1);
        Assert.Equal(["c, d", "a", "b"], labels.Select(l => l.Name));
        Assert.Equal(0.2, labels[0].Place);
        Assert.InRange(labels[2].Place, labels[1].Place + 0.05, 1);
    }

    private static List<Figure> Figures(IReadOnlyList<StoredRun> runs) => [.. AxisFigures.Of(new ReportSource("x", "", runs, null, "x"))];

    private static StoredRun Run(string variant, params (string Path, int Value)[] axes)
    {
        var run = Specimen.Run(variant, axes.Length == 0 ? 0.03 : 0.01 * axes[0].Value);
        var cell = axes.Length == 0 ? null : $"{variant}[{string.Join(',', axes.Select(a => $"{a.Path}={a.Value}"))}]";
        return run with { Result = run.Result with { Cell = cell, Axes = new(axes.ToDictionary(a => a.Path, a => JToken.FromObject(a.Value)), StringComparer.Ordinal) } };
    }
}
