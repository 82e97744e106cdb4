using ScottPlot;

namespace Unfold.Reporting;

/// <summary>A plot in the page's style; its text and its series have classes of colours, not colours.</summary>
internal sealed class Chart : IDisposable
{
    public const int Width = 420;
    public const int Height = 280;

    private readonly Plot _plot = new();
    private readonly ChartAxis _x;
    private readonly ChartAxis _y;
    private readonly List<ChartLevel> _levels = [];
    private (double From, double To)? _range;
    private double _headroom;
    private int _height = Height;
    private bool _isMatrix;

    public Chart(ChartAxis x, ChartAxis y)
    {
        (_x, _y) = (x, y);
        var ink = Color.FromHex(ChartSvg.Ink);
        _plot.FigureBackground.Color = Colors.Transparent;
        _plot.DataBackground.Color = Colors.Transparent;
        _plot.Axes.Color(ink);
        _plot.Axes.FrameColor(Colors.Transparent);
        _plot.Axes.Bottom.FrameLineStyle.Color = ink.WithAlpha(.6);
        _plot.Axes.Bottom.FrameLineStyle.IsVisible = true;
        _plot.Grid.MajorLineColor = ink.WithAlpha(.16);
        foreach (var axis in new ScottPlot.IAxis[] { _plot.Axes.Bottom, _plot.Axes.Left })
        {
            axis.TickLabelStyle.FontSize = 13;
            axis.Label.FontSize = 13;
            axis.Label.Bold = false;
        }

        _plot.Axes.Left.MajorTickStyle.Length = 0;
        _plot.Axes.Left.MinorTickStyle.Length = 0;
        _plot.Axes.Bottom.MinorTickStyle.Length = 0;
    }

    /// <summary>A line with markers.</summary>
    public void Line(IReadOnlyList<double> xs, IReadOnlyList<double> ys, SeriesStyle style, bool hasLine = true)
    {
        var line = _plot.Add.Scatter(Places(_x, xs), Places(_y, ys), style.Color);
        line.LineWidth = hasLine ? 2 : 0;
        line.MarkerSize = xs.Count > 25 ? 0 : hasLine ? 7 : 10;
        line.MarkerShape = style.Marker;
    }

    /// <summary>A level across the plot, named at its right edge, for what has no value on the horizontal axis.</summary>
    public void Level(double value, SeriesStyle style, string name)
    {
        _levels.Add(new ChartLevel(_y.Place(value), style, name));
        // Thin and pale, not dashed: Skia's SVG canvas knows no dashes, and complains on the console.
        var line = _plot.Add.HorizontalLine(_y.Place(value), 1.2f, style.Color.WithAlpha(.6));
        line.EnableAutoscale = true;
    }

    /// <summary>A staircase that joins points, such as a front.</summary>
    public void Steps(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        var line = _plot.Add.Scatter(Places(_x, xs), Places(_y, ys), Color.FromHex(ChartSvg.Ink));
        line.ConnectStyle = ConnectStyle.StepHorizontal;
        line.LineWidth = 1.2f;
        line.MarkerSize = 0;
    }

    /// <summary>A band between two lines.</summary>
    public void Band(IReadOnlyList<double> xs, IReadOnlyList<double> lower, IReadOnlyList<double> upper, SeriesStyle style)
    {
        var band = _plot.Add.FillY(Places(_x, xs), Places(_y, lower), Places(_y, upper));
        band.FillColor = style.Color.WithAlpha(.18);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    /// <summary>A short text above a point, to its left.</summary>
    public void Text(double x, double y, string text)
    {
        var label = _plot.Add.Text(text, _x.Place(x), _y.Place(y));
        label.LabelFontSize = 13;
        label.LabelFontColor = Color.FromHex(ChartSvg.Ink);
        label.LabelAlignment = Alignment.LowerRight;
        (label.OffsetX, label.OffsetY) = (-4, -3);
        _headroom = 0.1;
    }

    /// <summary>A vertical bar at a point.</summary>
    public void Bar(double x, double lower, double upper, SeriesStyle style)
    {
        var bar = _plot.Add.Scatter([_x.Place(x), _x.Place(x)], new[] { _y.Place(lower), _y.Place(upper) }, style.Color);
        bar.LineWidth = 1.5f;
        bar.MarkerSize = 0;
    }

    /// <summary>Fixes the range to a matrix of unit cells, whose centres are the places of both axes' words.</summary>
    public void Matrix()
    {
        var (columns, rows) = (_x.Categories!.Count, _y.Categories!.Count);
        _plot.HideGrid();
        _plot.Axes.Bottom.MajorTickStyle.Length = 0;
        _plot.Axes.SetLimits(-0.5, columns - 0.5, -0.5, rows - 0.5);
        _isMatrix = true;
        _height = 70 + (rows * 36);
    }

    /// <summary>A cell of a matrix with its text.</summary>
    public void Cell(int column, int row, Color fill, Color ink, string text)
    {
        var cell = _plot.Add.Rectangle(column - 0.48, column + 0.48, row - 0.46, row + 0.46);
        cell.FillColor = fill;
        cell.LineWidth = 0;
        var label = _plot.Add.Text(text, column, row);
        // Five digits and a point fit into a twelfth of the width.
        label.LabelFontSize = _x.Categories!.Count > 6 ? 9 : 13;
        label.LabelFontColor = ink;
        label.LabelAlignment = Alignment.MiddleCenter;
    }

    /// <summary>Panels that are compared have one vertical range.</summary>
    public void Range(double lower, double upper)
    {
        var (from, to) = (_y.Place(lower), _y.Place(upper));
        var margin = Math.Max(to - from, 1e-9) * 0.07;
        _range = (from - margin, to + margin);
    }

    /// <summary>The drawing as an SVG element for a page.</summary>
    /// <param name="id">Unique in the page.</param>
    /// <param name="alternative">What it shows.</param>
    public string Svg(string id, string alternative)
    {
        if (!_isMatrix)
            _plot.Axes.AutoScale();
        if (_range is var (from, to))
            _plot.Axes.SetLimitsY(from, to);
        var limits = _plot.Axes.GetLimits();
        if (_headroom > 0)
        {
            _plot.Axes.SetLimitsY(limits.Bottom, limits.Top + (_headroom * limits.VerticalSpan));
            limits = _plot.Axes.GetLimits();
        }

        _plot.Axes.Bottom.TickGenerator = AxisTicks.Of(_x, limits.Left, limits.Right);
        _plot.Axes.Left.TickGenerator = AxisTicks.Of(_y, limits.Bottom, limits.Top);
        if (_levels.Count > 0)
            LevelLabels.Add(_plot, _levels, limits);
        _plot.XLabel(_x.Label);
        _plot.YLabel(_y.Label);
        return ChartSvg.Inline(_plot.GetSvgXml(Width, _height), id, alternative);
    }

    public void Dispose() => _plot.Dispose();

    private static double[] Places(ChartAxis axis, IReadOnlyList<double> values) => [.. values.Select(axis.Place)];
}
