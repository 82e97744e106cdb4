using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Unfold.Results;

/// <summary>What tells two sides apart.</summary>
/// <param name="Left">The side that is compared with.</param>
/// <param name="Right">The other one.</param>
/// <param name="Spec">What differs in spec.json, seeds left out; paths as overrides write them.</param>
/// <param name="Metrics">Every metric that a side has, by name.</param>
/// <param name="Environment">What differs in environment.json.</param>
public sealed record SideComparison(ComparisonSide Left, ComparisonSide Right, IReadOnlyList<Difference> Spec, IReadOnlyList<MetricComparison> Metrics, IReadOnlyList<Difference> Environment)
{
    /// <summary>Compares.</summary>
    /// <exception cref="ResultsException">UFR003: a spec is damaged.</exception>
    public static SideComparison Of(ComparisonSide left, ComparisonSide right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (a, b) = (Results(left), Results(right));
        var metrics = a.Concat(b)
            .SelectMany(r => r.Metrics.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(metric => MetricComparison.Of(metric, a, b))
            .ToList();
        var adjusted = Holm.Adjust([.. metrics.Select(m => m.PValue)]);
        return new SideComparison(
            left,
            right,
            Differences(SpecOf(left), SpecOf(right)),
            [.. metrics.Zip(adjusted, (m, p) => m with { AdjustedPValue = p })],
            Differences(EnvironmentOf(left), EnvironmentOf(right)));
    }

    private static List<RunResult> Results(ComparisonSide side) => [.. side.Runs.Select(r => r.Result)];

    private static List<Difference> Differences(JObject left, JObject right) =>
        [.. TolerantComparer.Exact.Compare(left, right).Select(d => d with { Path = d.Path.Replace('/', '.') })];

    // Runs of one side differ in their seed alone.
    private static JObject SpecOf(ComparisonSide side)
    {
        var file = Path.Combine(side.Runs[0].Folder, RunFiles.Spec);
        var spec = File.Exists(file) ? ResultsJson.ReadFile<JObject>(file) : [];
        spec.Remove("seed");
        return spec;
    }

    private static JObject EnvironmentOf(ComparisonSide side)
    {
        var all = side.Runs.Select(r => r.Environment).OfType<RunEnvironment>().Select(Flat).ToList();
        var names = all.SelectMany(e => e.Properties().Select(p => p.Name)).Distinct(StringComparer.Ordinal);
        return new JObject(names.Select(name => new JProperty(name, Joined(all.Select(e => e[name]).OfType<JToken>()))));
    }

    // Plugins by their names, whatever the order and the place that they were loaded from.
    private static JObject Flat(RunEnvironment environment)
    {
        var flat = JObject.Parse(ResultsJson.Line(environment));
        flat.Remove("plugins");
        // When and by which command: that two runs differ in them says nothing about their figures.
        flat.Remove("started");
        flat.Remove("command");
        foreach (var plugin in environment.Plugins)
            flat[$"plugin {plugin.Name}"] = $"{plugin.Version}, SHA-256 {plugin.Sha256[..Math.Min(12, plugin.Sha256.Length)]}";
        return flat;
    }

    private static JToken Joined(IEnumerable<JToken> values)
    {
        var distinct = values.Distinct(new JTokenEqualityComparer()).ToList();
        return distinct.Count == 1 ? distinct[0] : string.Join(" · ", distinct.Select(v => v.Type == JTokenType.String ? (string)v! : v.ToString(Formatting.None)));
    }
}
