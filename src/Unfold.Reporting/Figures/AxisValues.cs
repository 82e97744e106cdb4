using Newtonsoft.Json.Linq;

namespace Unfold.Reporting;

/// <summary>The values of an axis that cells have.</summary>
internal static class AxisValues
{
    /// <summary>Each once: numbers in their order, everything else in that of the spec.</summary>
    public static List<JToken> Of(IEnumerable<ReportedCell> cells, string path)
    {
        var values = cells.Select(c => c.Axes[path]).Distinct(new JTokenEqualityComparer()).ToList();
        return AreNumbers(values) ? [.. values.OrderBy(v => (double)v)] : values;
    }

    /// <summary>Whether they have places on a line.</summary>
    public static bool AreNumbers(IReadOnlyList<JToken> values) => values.All(v => v.Type is JTokenType.Integer or JTokenType.Float);
}
