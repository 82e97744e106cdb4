namespace Unfold.Reporting;

/// <summary>The figures of a report, those that its runs have data for, in the order of the page.</summary>
internal static class ReportFigures
{
    public static IEnumerable<Figure> Of(ReportSource source)
    {
        if (CurveFigure.Of(source) is { } curves)
            yield return curves;
        foreach (var figure in AxisFigures.Of(source))
            yield return figure;
        foreach (var figure in HeatMapFigures.Of(source))
            yield return figure;
        if (LandscapeFigure.Of(source) is { } landscapes)
            yield return landscapes;
        if (ParetoFigure.Of(source) is { } pareto)
            yield return pareto;
    }
}
