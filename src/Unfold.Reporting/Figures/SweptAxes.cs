using Newtonsoft.Json.Linq;

namespace Unfold.Reporting;

/// <summary>The axes of sweeps. Those that advance together within a variant, so that each value of one determines the other, count as one there.</summary>
internal sealed class SweptAxes
{
    private static readonly JTokenEqualityComparer SameValue = new();

    private readonly Dictionary<(string Variant, string Path), string> _leaders = [];

    public SweptAxes(IReadOnlyList<ReportedCell> cells)
    {
        foreach (var variant in cells.GroupBy(c => c.Variant, StringComparer.Ordinal))
        {
            // Of axes that advance together the one that most cells have leads: over it they can be compared.
            var paths = variant.SelectMany(c => c.Axes.Keys).Distinct(StringComparer.Ordinal).OrderByDescending(p => cells.Count(c => c.Axes.ContainsKey(p))).ToList();
            foreach (var path in paths)
                _leaders[(variant.Key, path)] = paths.Find(p => p == path || AdvanceTogether([.. variant], p, path))!;
        }

        Paths = [.. cells.SelectMany(c => c.Axes.Keys).Distinct(StringComparer.Ordinal).Where(p => cells.Where(c => Leads(c, p)).Select(c => c.Axes[p]).Distinct(SameValue).Skip(1).Any())];
    }

    /// <summary>Those that cells are drawn over: on which they differ.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Whether a cell is drawn over an axis.</summary>
    public bool Leads(ReportedCell cell, string path) => cell.Axes.ContainsKey(path) && _leaders[(cell.Variant, path)] == path;

    /// <summary>The values of a cell's other axes: neither of these nor of those that advance with them.</summary>
    public string Others(ReportedCell cell, params string[] paths) => AxisText.Of(cell, p => !paths.Contains(_leaders[(cell.Variant, p)]));

    /// <summary>What advances with an axis, in words; empty where nothing does.</summary>
    public string Companions(string path)
    {
        var with = _leaders.Where(l => l.Value == path && l.Key.Path != path).GroupBy(l => l.Key.Path, l => l.Key.Variant, StringComparer.Ordinal);
        return string.Concat(with.Select(g => $" In {string.Join(", ", g)} {AxisText.Short(g.Key)} advances with it."));
    }

    private static bool AdvanceTogether(IReadOnlyList<ReportedCell> cells, string first, string second)
    {
        if (!cells.All(c => c.Axes.ContainsKey(first) && c.Axes.ContainsKey(second)))
            return false;
        int Count(Func<ReportedCell, JToken> value) => cells.Select(value).Distinct(SameValue).Count();
        var values = Count(c => c.Axes[first]);
        return values > 1 && Count(c => c.Axes[second]) == values && Count(c => new JArray(c.Axes[first], c.Axes[second])) == values;
    }
}
