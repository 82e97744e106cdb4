namespace Unfold.Reporting;

/// <summary>The scale of colours that the panels of a figure share; logarithmic where values are positive and span a decade.</summary>
internal sealed class HeatMapScale(string label, IReadOnlyList<double> values)
{
    private readonly ChartAxis _axis = ChartAxis.For(label, values);

    /// <summary>What is shown.</summary>
    public string Label => _axis.Label;

    /// <summary>Where a value lies between the lowest and the highest, in [0, 1]; in the middle where all are one.</summary>
    public double Share(double value)
    {
        var (from, to) = (_axis.Place(values.Min()), _axis.Place(values.Max()));
        return to > from ? (_axis.Place(value) - from) / (to - from) : 0.5;
    }
}
