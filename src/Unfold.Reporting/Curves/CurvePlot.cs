using ScottPlot;

namespace Unfold.Reporting;

/// <summary>Learning curves as an SVG picture without a background, so that it fits light and dark pages.</summary>
internal static class CurvePlot
{
    public const int Width = 720;
    public const int Height = 340;

    // Distinguishable with red-green blindness, on white and on near-black (after Okabe and Ito 2008).
    private static readonly string[] Palette = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9"];
    private static readonly MarkerShape[] Shapes = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond];

    /// <summary>Draws the curves; the vertical axis is logarithmic where all values are positive and span a decade.</summary>
    /// <param name="curves">At least one.</param>
    /// <param name="title">What the vertical axis shows.</param>
    public static string Draw(IReadOnlyList<LearningCurve> curves, string title)
    {
        using var plot = new Plot();
        var values = curves.SelectMany(c => c.Values).ToList();
        var isLogarithmic = values.Min() > 0 && values.Max() / values.Min() >= 10;
        for (var i = 0; i < curves.Count; i++)
        {
            var line = plot.Add.Scatter(curves[i].Epochs, isLogarithmic ? [.. curves[i].Values.Select(Math.Log10)] : curves[i].Values, Color.FromHex(Palette[i % Palette.Length]));
            line.LegendText = curves[i].Variant;
            line.LineWidth = 2;
            line.MarkerSize = 7;
            line.MarkerShape = Shapes[i % Shapes.Length];
        }

        if (isLogarithmic)
        {
            plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
            {
                IntegerTicksOnly = true,
                MinorTickGenerator = new ScottPlot.TickGenerators.LogMinorTickGenerator(),
                LabelFormatter = exponent => Math.Pow(10, exponent).ToString("g2", System.Globalization.CultureInfo.InvariantCulture),
            };
        }

        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        plot.XLabel("epoch");
        plot.YLabel(title);
        Paint(plot);
        return plot.GetSvgXml(Width, Height);
    }

    private static void Paint(Plot plot)
    {
        var ink = Color.FromHex("#7a7f87");
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(ink);
        plot.Grid.MajorLineColor = ink.WithAlpha(.25);
        plot.Legend.BackgroundColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Transparent;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontColor = ink;
        plot.ShowLegend(Edge.Right);
    }
}
