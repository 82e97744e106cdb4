using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Unfold.Reporting;

/// <summary>The bar that says which colour is which loss.</summary>
internal static class ScaleBar
{
    private const int Ticks = 5;

    public static void Add(Plot plot, LandscapeScale scale, string title)
    {
        // The bar of an empty map with the heights' range: pictures that are no heat maps have it too.
        var source = new ScottPlot.Plottables.Heatmap(new double[,] { { 0, 1 } }) { Colormap = LandscapeColours.Map, ManualRange = new ScottPlot.Range(0, 1) };
        var bar = plot.Add.ColorBar(source);
        bar.Label = title;
        var ink = Color.FromHex("#7a7f87");
        bar.LabelStyle.ForeColor = ink;
        bar.Axis.TickLabelStyle.ForeColor = ink;
        bar.Axis.MajorTickStyle.Color = ink;
        bar.Axis.FrameLineStyle.Color = ink;
        var ticks = new NumericManual();
        for (var i = 0; i < Ticks; i++)
        {
            var height = i / (Ticks - 1.0);
            ticks.AddMajor(height, scale.Value(height).ToString("g3", CultureInfo.InvariantCulture));
        }

        bar.Axis.TickGenerator = ticks;
    }
}
