using ScottPlot;

namespace Unfold.Reporting;

/// <summary>A heat map with contour lines.</summary>
internal static class ContourPicture
{
    public static void Add(Plot plot, IReadOnlyList<double> offsets, double[,] heights)
    {
        var points = offsets.Count;
        // A heat map's rows run from top to bottom: β downwards.
        var map = new double[points, points];
        for (var i = 0; i < points; i++)
        {
            for (var j = 0; j < points; j++)
                map[points - 1 - j, i] = heights[i, j];
        }

        var half = (offsets[1] - offsets[0]) / 2;
        var colours = plot.Add.Heatmap(map);
        colours.Colormap = LandscapeColours.Map;
        colours.ManualRange = new ScottPlot.Range(0, 1);
        colours.NaNCellColor = Colors.Transparent;
        colours.Extent = new CoordinateRect(offsets[0] - half, offsets[^1] + half, offsets[0] - half, offsets[^1] + half);
        foreach (var height in LandscapeScale.ContourHeights)
        {
            foreach (var (from, to) in ContourLines.Of(offsets, heights, height))
                plot.Add.Line(from, to).LineStyle = new LineStyle { Color = Colors.White.WithAlpha(.8), Width = 1 };
        }

        plot.Axes.SetLimits(offsets[0] - half, offsets[^1] + half, offsets[0] - half, offsets[^1] + half);
    }
}
