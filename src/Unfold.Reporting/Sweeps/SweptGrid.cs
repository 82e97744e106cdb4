using Newtonsoft.Json.Linq;

namespace Unfold.Reporting;

/// <summary>The cells of a variant that is swept over a pair of axes or more.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Paths">Its axes with two values or more, those that advance with another one left out.</param>
/// <param name="Cells">Its cells, in their order.</param>
internal sealed record SweptGrid(string Variant, IReadOnlyList<string> Paths, IReadOnlyList<ReportedCell> Cells)
{
    /// <summary>The places of the grid that have no completed run, left out by the sweep or not run.</summary>
    public int Holes => Paths.Aggregate(1, (count, path) => count * Values(path).Count) - Cells.Count(c => c.Completed.Count > 0);

    /// <summary>Whether every place of the grid has as many completed runs, so that means over parts of it can be compared.</summary>
    public bool IsBalanced => Holes == 0 && Cells.Select(c => c.Completed.Count).Distinct().Count() == 1;

    /// <summary>The grids of cells, in the order of their variants.</summary>
    public static IReadOnlyList<SweptGrid> Of(IReadOnlyList<ReportedCell> cells)
    {
        var axes = new SweptAxes(cells);
        return
        [
            .. cells.GroupBy(c => c.Variant, StringComparer.Ordinal)
                .Select(g => new SweptGrid(g.Key, [.. axes.Paths.Where(p => g.All(c => axes.Leads(c, p)) && AxisValues.Of(g, p).Count > 1)], [.. g]))
                .Where(g => g.Paths.Count > 1),
        ];
    }

    /// <summary>What an axis is called: the last name of its path, and all of it where another axis has the same.</summary>
    public string Name(string path) => Paths.Count(p => AxisText.Short(p) == AxisText.Short(path)) > 1 ? path : AxisText.Short(path);

    /// <summary>The values of an axis.</summary>
    public IReadOnlyList<JToken> Values(string path) => AxisValues.Of(Cells, path);
}
