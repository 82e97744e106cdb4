using System.Globalization;
using ScottPlot;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Loss landscapes as SVG pictures without a background, so that they fit light and dark pages. All draw from landscape.json alone.</summary>
public static class LandscapePlot
{
    /// <summary>Width of a picture in pixels.</summary>
    public const int Width = 480;

    /// <summary>Height of a picture in pixels.</summary>
    public const int Height = 400;

    private static readonly Color Ink = Color.FromHex("#7a7f87");

    /// <summary>Colours and contour lines over α and β, with the trained parameters as a cross and a bar of the scale.</summary>
    /// <param name="landscape">Over two directions.</param>
    /// <param name="split"><c>batch</c> or <c>test</c>.</param>
    /// <param name="loss"><c>train</c> or <c>mse</c>.</param>
    /// <param name="scale">The one of all runs that are compared.</param>
    public static string Contour(LossLandscape landscape, string split, string loss, LandscapeScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        var heights = SurfaceHeights.Of(LandscapeScale.Surface(landscape, split, loss), scale);
        using var plot = new Plot();
        ContourPicture.Add(plot, landscape.Offsets, heights);
        plot.Add.Marker(0, 0, MarkerShape.Cross, 14, Colors.White);
        ScaleBar.Add(plot, scale, Name(split, loss));
        plot.XLabel("α (first direction)");
        plot.YLabel("β (second direction)");
        Paint(plot);
        return plot.GetSvgXml(Width, Height);
    }

    /// <summary>The surface in perspective, α to the right and β to the back, heights and colours of the scale.</summary>
    /// <param name="landscape">Over two directions.</param>
    /// <param name="split"><c>batch</c> or <c>test</c>.</param>
    /// <param name="loss"><c>train</c> or <c>mse</c>.</param>
    /// <param name="scale">The one of all runs that are compared.</param>
    public static string Surface(LossLandscape landscape, string split, string loss, LandscapeScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        var heights = SurfaceHeights.Of(LandscapeScale.Surface(landscape, split, loss), scale);
        using var plot = new Plot();
        SurfacePicture.Add(plot, landscape.Offsets, heights, Ink);
        ScaleBar.Add(plot, scale, Name(split, loss));
        Paint(plot);
        plot.HideAxesAndGrid();
        // The bar is outside of what is laid out without axes.
        plot.Layout.Fixed(new PixelPadding(left: 5, right: 115, bottom: 15, top: 15));
        plot.Axes.Margins(0.03, 0.03);
        return plot.GetSvgXml(Width, Height);
    }

    /// <summary>The loss along δ alone, through the trained parameters, a curve for each run.</summary>
    /// <param name="landscapes">Names and landscapes, over one direction or two; at least one.</param>
    /// <param name="split"><c>batch</c> or <c>test</c>.</param>
    /// <param name="loss"><c>train</c> or <c>mse</c>.</param>
    public static string Profile(IReadOnlyList<(string Name, LossLandscape Landscape)> landscapes, string split, string loss)
    {
        ArgumentNullException.ThrowIfNull(landscapes);
        using var plot = new Plot();
        foreach (var (name, landscape) in landscapes)
        {
            var points = landscape.Offsets.Zip(LandscapeScale.Surface(landscape, split, loss).Values, (a, row) => (At: a, Value: row[row.Count / 2])).Where(p => double.IsFinite(p.Value)).ToList();
            var line = plot.Add.Scatter(points.Select(p => p.At).ToArray(), points.Select(p => p.Value).ToArray());
            (line.LegendText, line.LineWidth, line.MarkerSize) = (name, 2, 4);
        }

        plot.XLabel("α (first direction)");
        plot.YLabel(Name(split, loss));
        Paint(plot);
        plot.Legend.BackgroundColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Transparent;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontColor = Ink;
        plot.ShowLegend(Edge.Bottom);
        return plot.GetSvgXml(Width, Height);
    }

    /// <summary>What a picture shows, in words, for readers who do not see it.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="split"><c>batch</c> or <c>test</c>.</param>
    /// <param name="loss"><c>train</c> or <c>mse</c>.</param>
    public static string Describe(LossLandscape landscape, string split, string loss)
    {
        var surface = LandscapeScale.Surface(landscape, split, loss);
        var values = surface.Values.SelectMany(r => r).Where(double.IsFinite).DefaultIfEmpty(double.NaN).ToList();
        var middle = surface.Values[surface.Values.Count / 2];
        return string.Create(CultureInfo.InvariantCulture, $"{Name(split, loss)} around the trained parameters, offsets up to {landscape.Offsets[^1]:g3}: {middle[middle.Count / 2]:g4} at the centre, {values.Min():g4} to {values.Max():g4} over the grid, roughness {surface.Roughness:g3}");
    }

    /// <summary>What a surface is of, in words.</summary>
    internal static string Name(string split, string loss) => $"{(loss == "mse" ? "MSE" : "training loss")}, {(split == "test" ? "test signals" : "fixed batch")}";

    private static void Paint(Plot plot)
    {
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(Ink);
        plot.Grid.MajorLineColor = Ink.WithAlpha(.25);
    }
}
