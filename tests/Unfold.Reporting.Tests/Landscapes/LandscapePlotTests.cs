using System.Xml.Linq;
using Unfold.Results;

namespace Unfold.Reporting.Tests;

public sealed class LandscapePlotTests
{
    private static readonly double[] Offsets = [.. Enumerable.Range(0, 21).Select(i => (i - 10) / 10.0)];

    [Fact]
    public void Runs_that_are_compared_share_one_scale()
    {
        var scale = LandscapeScale.Of([Landscape((a, b) => 1 + (a * a)), Landscape((a, b) => 3 + (b * b))], "test", "mse");
        Assert.Equal((1, 4, false), (scale.Minimum, scale.Maximum, scale.IsLogarithmic));
        Assert.Equal((0, 1.0 / 3, 1), (scale.Height(1), scale.Height(2), scale.Height(4)));
        Assert.Equal(2, scale.Value(1.0 / 3), 1e-12);
    }

    [Fact]
    public void A_scale_over_decades_is_logarithmic_and_leaves_out_what_is_not_finite()
    {
        var scale = LandscapeScale.Of([Landscape((a, b) => a > 0.95 ? double.NaN : a < -0.95 ? double.PositiveInfinity : Math.Pow(10, b))], "test", "mse");
        Assert.True(scale.IsLogarithmic);
        Assert.Equal(0.5, scale.Height(1), 1e-12);
        Assert.Equal(1, scale.Value(0.5), 1e-12);
        Assert.Equal(double.NaN, scale.Height(double.PositiveInfinity));
    }

    [Fact]
    public void A_flat_surface_has_a_scale() => Assert.Equal(0.5, LandscapeScale.Of([Landscape((_, _) => 2)], "test", "mse").Height(2));

    /// <summary>a² + b² at the height r² is the circle of radius r, to the grid's accuracy.</summary>
    [Fact]
    public void Contours_of_a_bowl_are_circles()
    {
        var heights = Heights((a, b) => (a * a) + (b * b));
        var pieces = ContourLines.Of(Offsets, heights, 0.25).ToList();
        Assert.NotEmpty(pieces);
        Assert.All(pieces.SelectMany(p => new[] { p.From, p.To }), p => Assert.Equal(0.5, Math.Sqrt((p.X * p.X) + (p.Y * p.Y)), 0.01));
        Assert.Equal(Math.PI, pieces.Sum(p => p.From.Distance(p.To)), 0.02);
    }

    [Fact]
    public void A_contour_is_closed_and_avoids_what_is_not_finite()
    {
        var ends = ContourLines.Of(Offsets, Heights((a, b) => (a * a) + (2 * b * b)), 0.3333).SelectMany(p => new[] { p.From, p.To }).GroupBy(p => (Math.Round(p.X, 9), Math.Round(p.Y, 9)));
        Assert.All(ends, end => Assert.Equal(2, end.Count()));
        Assert.Empty(ContourLines.Of(Offsets, Heights((_, _) => double.NaN), 0.5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_picture_is_a_whole_svg(bool hasHoles)
    {
        var landscape = Landscape((a, b) => hasHoles && a > 0.5 ? double.NaN : 0.02 + (0.05 * a * a) + (0.02 * b * b * (1 + (0.5 * Math.Sin(6 * a)))));
        var scale = LandscapeScale.Of([landscape], "test", "mse");
        string[] pictures =
        [
            LandscapePlot.Contour(landscape, "test", "mse", scale),
            LandscapePlot.Surface(landscape, "test", "mse", scale),
            LandscapePlot.Profile([("c-dec", landscape), ("deconet", landscape)], "test", "mse"),
        ];
        Assert.All(pictures, picture => Assert.Equal("svg", XDocument.Parse(picture).Root!.Name.LocalName));
    }

    [Fact]
    public void A_picture_is_said_in_words() =>
        Assert.Equal(
            "MSE, test signals around the trained parameters, offsets up to 1: 2 at the centre, 2 to 3 over the grid, roughness 0.125",
            LandscapePlot.Describe(Landscape((a, _) => 2 + (a * a)), "test", "mse"));

    [Fact]
    public void A_line_alone_has_pictures_too()
    {
        var line = Landscape((a, b) => 1 + a + b) with { Surfaces = [new("test", "mse", [.. Offsets.Select(a => new[] { 2 + a })], 0)] };
        var scale = LandscapeScale.Of([line], "test", "mse");
        Assert.Equal("svg", XDocument.Parse(LandscapePlot.Profile([("a", line)], "test", "mse")).Root!.Name.LocalName);
        Assert.Equal((1, 3), (scale.Minimum, scale.Maximum));
    }

    private static LossLandscape Landscape(Func<double, double, double> value) => new()
    {
        Seed = 0,
        Offsets = Offsets,
        DirectionCosine = 0,
        Surfaces = [new("test", "mse", [.. Offsets.Select(a => Offsets.Select(b => value(a, b)).ToArray())], 0.125)],
    };

    private static double[,] Heights(Func<double, double, double> value)
    {
        var heights = new double[Offsets.Length, Offsets.Length];
        for (var i = 0; i < Offsets.Length; i++)
        {
            for (var j = 0; j < Offsets.Length; j++)
                heights[i, j] = value(Offsets[i], Offsets[j]);
        }

        return heights;
    }
}
