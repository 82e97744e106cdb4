using ScottPlot;

namespace Unfold.Reporting;

/// <summary>A surface in parallel projection, painted from the back to the front so that what is in front hides what is behind.</summary>
internal static class SurfacePicture
{
    // Turned by 35° about the vertical and seen from 30° above.
    private static readonly (double Sine, double Cosine) Turn = Math.SinCos(35 * Math.PI / 180);
    private static readonly (double Sine, double Cosine) Tilt = Math.SinCos(30 * Math.PI / 180);

    public static void Add(Plot plot, IReadOnlyList<double> offsets, double[,] heights, Color ink)
    {
        var last = offsets.Count - 1;
        var radius = offsets[^1];
        Box(plot, ink);
        var squares =
            from i in Enumerable.Range(0, last)
            from j in Enumerable.Range(0, last)
            let corners = new[] { (i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1) }
            let mean = corners.Average(c => heights[c.Item1, c.Item2])
            where !double.IsNaN(mean)
            orderby Depth(offsets[i] / radius, offsets[j] / radius) descending
            select (Corners: corners, Mean: mean);
        foreach (var (corners, mean) in squares)
        {
            var square = plot.Add.Polygon(corners.Select(c => Project(offsets[c.Item1] / radius, offsets[c.Item2] / radius, heights[c.Item1, c.Item2])).ToArray());
            square.FillColor = LandscapeColours.Map.GetColor(mean);
            square.LineColor = Colors.Black.WithAlpha(.35);
            square.LineWidth = 0.5f;
            square.MarkerSize = 0;
        }
    }

    // The floor and its directions: a height is read against it.
    private static void Box(Plot plot, Color ink)
    {
        Coordinates[] floor = [Project(-1, -1, 0), Project(1, -1, 0), Project(1, 1, 0), Project(-1, 1, 0)];
        for (var k = 0; k < 4; k++)
            plot.Add.Line(floor[k], floor[(k + 1) % 4]).LineStyle = new LineStyle { Color = ink, Width = 1 };
        foreach (var (a, b) in new[] { (-1, -1), (1, -1), (1, 1), (-1, 1) })
            plot.Add.Line(Project(a, b, 0), Project(a, b, 1)).LineStyle = new LineStyle { Color = ink.WithAlpha(.3), Width = 1 };
        Label("α", Project(0, -1.2, 0));
        Label("β", Project(-1.2, 0, 0));

        void Label(string text, Coordinates at)
        {
            var label = plot.Add.Text(text, at);
            label.LabelFontColor = ink;
            label.LabelFontSize = 15;
        }
    }

    private static double Depth(double a, double b) => (a * Turn.Sine) + (b * Turn.Cosine);

    private static Coordinates Project(double a, double b, double height) =>
        new((a * Turn.Cosine) - (b * Turn.Sine), (Depth(a, b) * Tilt.Sine) + (1.2 * height * Tilt.Cosine));
}
