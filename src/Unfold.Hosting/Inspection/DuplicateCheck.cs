namespace Unfold.Hosting;

/// <summary>
/// Of two plugins that offer the same component, the first keeps it and the second is set aside as a whole: half a plugin
/// would be a surprise that depends on what else is installed.
/// </summary>
internal static class DuplicateCheck
{
    public static IReadOnlyList<PluginReport> Apply(IReadOnlyList<PluginReport> reports)
    {
        var owners = new Dictionary<(string Kind, string Id), string>();
        return [.. reports.Select(report => report.State == PluginState.Active ? Claim(report, owners) : report)];
    }

    private static PluginReport Claim(PluginReport report, Dictionary<(string Kind, string Id), string> owners)
    {
        var own = new HashSet<(string Kind, string Id)>();
        foreach (var component in report.Components)
        {
            var key = (component.Kind, component.Id);
            if (owners.TryGetValue(key, out var owner) || !own.Add(key))
                return report with { Problem = PluginProblems.DuplicateComponent(component.Kind, component.Id, owner ?? "the plugin itself") };
        }

        foreach (var key in own)
            owners.Add(key, report.Name);
        return report;
    }
}
