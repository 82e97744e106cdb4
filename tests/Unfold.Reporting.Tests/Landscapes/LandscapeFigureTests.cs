using Unfold.Results;

namespace Unfold.Reporting.Tests;

public sealed class LandscapeFigureTests
{
    [Fact]
    public void Profiles_of_compared_runs_stand_in_one_chart()
    {
        var figure = LandscapeFigure.Of(Source(Line("a", 1), Line("b", 3)))!;
        var panel = Assert.Single(figure.Panels);
        Assert.Contains("a: MSE, test signals", panel.Alternative, StringComparison.Ordinal);
        Assert.Contains("b: MSE, test signals", panel.Alternative, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], figure.Legend.Select(l => l.Name));
    }

    [Fact]
    public void What_was_measured_beside_the_surfaces_is_said()
    {
        var facts = LandscapeFigure.Of(Source(Line("a", 1)))!.Facts!;
        Assert.Equal(["a", "0", "1", "3", "64", "16", "0.02", "–", "12.5, 3"], Assert.Single(facts.Rows));
        Assert.Contains("a: landscape of seed 0: no eigenvalues: why", Notes.Of(Source(Line("a", 1))));
    }

    [Fact]
    public void Landscapes_that_cannot_be_compared_are_named()
    {
        Assert.DoesNotContain(Notes.Of(Source(Line("a", 1), Line("b", 1))), n => n.Contains("cannot be compared", StringComparison.Ordinal));
        Assert.Contains(
            "landscapes: they differ in radius, points or signals, and their roughness and colours cannot be compared: radius 1, 3 points, 64 and 16 signals: a; radius 2, 3 points, 64 and 16 signals: b",
            Notes.Of(Source(Line("a", 1), Line("b", 1, radius: 2))));
    }

    [Fact]
    public void The_table_of_landscapes_has_their_command_and_the_others_that_of_the_runs()
    {
        var tables = ReportTables.Of(Source(Specimen.Read(Line("a", 1), Line("a", 1).Landscape!)));
        Assert.Equal("unfold landscape x --dimensions 1 --points 3 --radius 1 --seed 0 --batch 64 --test-images 16 --eigenvalues 2", tables.Single(t => t.Id == "landscapes").Command);
        Assert.Equal("train it", tables[0].Command);
    }

    [Fact]
    public void A_cell_of_every_variant_is_drawn_before_a_second_of_one()
    {
        var (five, ten, other) = (Plane("a", "a[layers=5]"), Plane("a", "a[layers=10]"), Plane("b", "b"));
        Assert.Equal(["a[layers=5]", "b", "a[layers=10]"], LandscapeFigure.Of(Source(five, ten, other))!.Panels.Select(p => p.Title).Distinct());
    }

    private static ReportSource Source(params StoredRun[] runs) => new("x", "", runs, null, "train it");

    private static StoredRun Plane(string variant, string cell)
    {
        var run = Line(variant, 1);
        IReadOnlyList<double> row = [2, 1, 2];
        return run with { Result = run.Result with { Cell = cell }, Landscape = run.Landscape! with { Surfaces = [new LandscapeSurface("test", "mse", [row, row, row], 0)] } };
    }

    private static StoredRun Line(string variant, double centre, double radius = 1) => Specimen.Run(variant, 0.01) with
    {
        Landscape = new LossLandscape
        {
            Request = new LandscapeRequest("", 1, 3, radius, 0, 64, 16, 2),
            Seed = 0,
            Offsets = [-radius, 0, radius],
            DirectionCosine = 0.02,
            Surfaces = [new LandscapeSurface("test", "mse", [[centre + 1], [centre], [centre + 1]], 0)],
            SecondDifferences = [12.5, 3],
            Notes = ["no eigenvalues: why"],
        },
    };
}
