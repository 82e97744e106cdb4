using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The t-intervals of means: a band along a line, a bar where no neighbour has one.</summary>
internal static class IntervalBand
{
    /// <summary>What a caption says of it.</summary>
    public const string About = "the 95 % t-interval of the mean over n ≥ 2 seeds";

    /// <summary>Draws it.</summary>
    /// <param name="chart">Where.</param>
    /// <param name="points">Values over the seeds, from left to right.</param>
    /// <param name="style">That of the line.</param>
    /// <param name="hasLine">Whether the points are joined: else each has a bar.</param>
    public static void Add(Chart chart, IReadOnlyList<(double X, Summary Value)> points, SeriesStyle style, bool hasLine)
    {
        List<(double X, Interval Interval)> joined = [];
        foreach (var (x, value) in points)
        {
            if (value.Interval() is { } interval)
                joined.Add((x, interval));
            if (hasLine && value.Count > 1)
                continue;
            Draw(chart, joined, style);
            joined.Clear();
        }

        Draw(chart, joined, style);
    }

    private static void Draw(Chart chart, List<(double X, Interval Interval)> joined, SeriesStyle style)
    {
        if (joined.Count == 1)
            chart.Bar(joined[0].X, joined[0].Interval.Lower, joined[0].Interval.Upper, style);
        else if (joined.Count > 1)
            chart.Band([.. joined.Select(p => p.X)], [.. joined.Select(p => p.Interval.Lower)], [.. joined.Select(p => p.Interval.Upper)], style);
    }
}
