using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Unfold.Reporting;

/// <summary>Axis values as text.</summary>
internal static class AxisText
{
    /// <summary>The values of a cell, of all axes or of some: <c>layers = 10, ratio = 0.25</c>; empty without any.</summary>
    public static string Of(ReportedCell cell, Func<string, bool>? isSaid = null) => cell.Axes.Count == 0
        // Runs of an older Unfold have their axes in their name alone.
        ? cell.Name[Math.Min(cell.Variant.Length, cell.Name.Length)..].Trim('[', ']')
        : string.Join(", ", cell.Axes.Where(a => isSaid?.Invoke(a.Key) ?? true).Select(a => $"{Short(a.Key)} = {Value(a.Value)}"));

    /// <summary>A value: a component by its id.</summary>
    public static string Value(JToken value) => value switch
    {
        JObject component when component["use"] is { } id => (string?)id ?? "",
        JValue { Type: JTokenType.String } text => (string)text!,
        _ => value.ToString(Formatting.None),
    };

    /// <summary>The last name of a path.</summary>
    public static string Short(string path) => path[(path.LastIndexOf('.') + 1)..];
}
