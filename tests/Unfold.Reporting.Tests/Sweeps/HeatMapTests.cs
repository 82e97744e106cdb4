using System.Globalization;

namespace Unfold.Reporting.Tests;

public sealed class HeatMapTests
{
    [Fact]
    public void Every_place_has_its_mean_as_a_number_and_in_words()
    {
        var figure = Assert.Single(Figures(Grid.Runs()));
        Assert.Equal("c-dec over redundancy and steps", figure.Title);
        var panel = Assert.Single(figure.Panels);
        Assert.Equal("PSNR (dB) of c-dec over redundancy and steps: 11.00 at redundancy 1, steps 1; 14.00 at redundancy 4, steps 1; 21.00 at redundancy 1, steps 2; 24.00 at redundancy 4, steps 2.", panel.Alternative);
        Assert.All(["11.00", "14.00", "21.00", "24.00"], number => Assert.Contains($">{number}</text>", panel.Svg, StringComparison.Ordinal));
        Assert.DoesNotContain("Nothing stands", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_have_deviation_seeds_and_the_interval()
    {
        var lines = Assert.Single(Figures(Grid.Runs())).Csv.Split('\n');
        Assert.Equal("cell,first axis,first value,second axis,second value,metric,mean,standard deviation,seeds,95 % interval from,95 % interval to", lines[0]);
        var fields = lines[1].Replace("\"c-dec[redundancy=1,steps=1]\"", "cell", StringComparison.Ordinal).Split(',');
        Assert.Equal(["cell", "architecture.redundancy", "1", "continuation.steps", "1", "test.psnr", "11"], fields[..7]);
        // Of 10 and 12: s = √2, and t(1) = 12.7062 of s/√2 = 1.
        double[] expected = [Math.Sqrt(2), 2, 11 - 12.7062, 11 + 12.7062];
        Assert.All(fields[7..].Zip(expected), f => Assert.Equal(f.Second, double.Parse(f.First, CultureInfo.InvariantCulture), 1e-4));
    }

    [Fact]
    public void A_place_without_a_figure_is_blank_and_said_to_be()
    {
        // Left out by the sweep, or run and failed.
        IReadOnlyList<Results.StoredRun> failed = [.. Grid.Runs().Select(r => r.Result.Name == "c-dec[redundancy=4,steps=1]" ? r with { Result = r.Result with { Status = Results.RunStatus.Diverged, Metrics = new(StringComparer.Ordinal) } } : r)];
        Assert.All([Grid.Holed(), failed], runs =>
        {
            var figure = Assert.Single(Figures(runs));
            Assert.Contains("Nothing stands where no run has a figure (places: 1).", figure.Caption, StringComparison.Ordinal);
            Assert.Contains("nothing at redundancy 4, steps 1", figure.Panels[0].Alternative, StringComparison.Ordinal);
            Assert.DoesNotContain(">14.00<", figure.Panels[0].Svg, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Of_three_axes_each_pair_has_a_figure_and_each_value_of_the_third_a_panel()
    {
        var figures = Figures([.. from a in new[] { 1, 2 } from b in new[] { 1, 2 } from c in new[] { "x", "y" } select Grid.Run("v", 0, a + b, 0.1, ("p.a", a), ("p.b", b), ("p.c", c))]);
        Assert.Equal(["v over a and b", "v over a and c", "v over b and c"], figures.Select(f => f.Title));
        Assert.Equal(["c = x", "c = y"], figures[0].Panels.Select(p => p.Title));
    }

    [Fact]
    public void Of_many_combinations_the_first_are_drawn_and_the_rest_are_counted()
    {
        var figures = Figures([.. from a in new[] { 1, 2 } from b in new[] { 1, 2 } from c in Enumerable.Range(0, 15) select Grid.Run("v", 0, a + b, 0.1, ("p.a", a), ("p.b", b), ("p.c", c))]);
        Assert.Equal(12, figures[0].Panels.Count);
        Assert.Contains("Further combinations of the other axes, 3, are in the data alone.", figures[0].Caption, StringComparison.Ordinal);
        Assert.Equal(1 + 60, figures[0].Csv.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Axes_of_one_last_name_are_told_by_their_paths() =>
        Assert.Equal("v over loss.use and p.use", Assert.Single(Figures([.. from a in new[] { "x", "y" } from b in new[] { "z", "w" } select Grid.Run("v", 0, 1, 0.1, ("loss.use", a), ("p.use", b))])).Title);

    [Fact]
    public void A_single_axis_or_axes_that_advance_together_have_no_map()
    {
        Assert.Empty(Figures([Grid.Run("v", 0, 1, 0.1, ("p.a", 1)), Grid.Run("v", 0, 1, 0.1, ("p.a", 2))]));
        Assert.Empty(Figures([Grid.Run("v", 0, 1, 0.1, ("p.a", 1), ("p.b", 10)), Grid.Run("v", 0, 1, 0.1, ("p.a", 2), ("p.b", 20))]));
    }

    [Fact]
    public void Numbers_can_be_read_on_every_colour()
    {
        Assert.All(Enumerable.Range(0, 101), i =>
        {
            var fill = HeatMapColours.Fill(i / 100.0);
            Assert.True(HeatMapColours.Contrast(fill, HeatMapColours.Ink(fill)) >= 4.5, $"{i} %");
        });
        // Colours of the page's would differ on a dark one.
        Assert.DoesNotContain("<text fill=\"currentColor\" >11.00", Assert.Single(Figures(Grid.Runs())).Panels[0].Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scale_runs_from_the_lowest_to_the_highest_and_by_logarithm_over_a_decade()
    {
        Assert.Equal([0, 0.5, 1], new double[] { 2, 3, 4 }.Select(new HeatMapScale("", [2, 4]).Share));
        Assert.Equal(0.5, new HeatMapScale("", [0.01, 1]).Share(0.1), 1e-12);
        Assert.Equal(0.5, new HeatMapScale("", [3, 3]).Share(3));
    }

    private static List<Figure> Figures(IReadOnlyList<Results.StoredRun> runs) => [.. HeatMapFigures.Of(new ReportSource("x", "", runs, null, "x"))];
}
