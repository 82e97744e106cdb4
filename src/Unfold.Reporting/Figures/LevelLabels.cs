using ScottPlot;
using ScottPlot.TickGenerators;

namespace Unfold.Reporting;

/// <summary>Names of levels at the right edge, beside their markers: by colour alone nobody tells five pale lines.</summary>
internal static class LevelLabels
{
    // Shares of the plot's height: below the first names are one label, below the second they are moved apart.
    private const double Same = 0.006;
    private const double Apart = 0.065;

    /// <summary>Adds them to a plot whose limits are known.</summary>
    public static void Add(Plot plot, IReadOnlyList<ChartLevel> levels, AxisLimits limits)
    {
        foreach (var (index, level) in levels.Index())
        {
            // Side by side, so that levels which coincide do not hide each other.
            var x = limits.Right - (limits.HorizontalSpan * (0.02 + (0.04 * index)));
            plot.Add.Marker(x, level.Place, level.Style.Marker, 8, level.Style.Color);
        }

        var labels = Spread(levels, limits.Bottom, limits.Top);
        plot.Axes.SetLimits(limits);
        plot.Axes.SetLimitsY(limits.Bottom, limits.Top, plot.Axes.Right);
        plot.Axes.Right.TickGenerator = new NumericManual([.. labels.Select(l => l.Place)], [.. labels.Select(l => l.Name)]);
        plot.Axes.Right.TickLabelStyle.FontSize = 12;
        plot.Axes.Right.MajorTickStyle.Length = 0;
        plot.Axes.Right.MinorTickStyle.Length = 0;
    }

    /// <summary>Names and where they are written: those of one place together, the others so far apart that they can be read.</summary>
    public static IReadOnlyList<(double Place, string Name)> Spread(IReadOnlyList<ChartLevel> levels, double bottom, double top)
    {
        var height = top - bottom;
        List<(double Place, string Name)> labels = [];
        foreach (var level in levels.OrderBy(l => l.Place))
        {
            if (labels.Count > 0 && level.Place - labels[^1].Place < Same * height)
                labels[^1] = (labels[^1].Place, $"{labels[^1].Name}, {level.Name}");
            else
                labels.Add((level.Place, level.Name));
        }

        for (var i = 1; i < labels.Count; i++)
            labels[i] = (Math.Max(labels[i].Place, labels[i - 1].Place + (Apart * height)), labels[i].Name);
        var limit = top;
        for (var i = labels.Count - 1; i >= 0; i--)
        {
            labels[i] = (Math.Min(labels[i].Place, limit), labels[i].Name);
            limit = labels[i].Place - (Apart * height);
        }

        return labels;
    }
}
