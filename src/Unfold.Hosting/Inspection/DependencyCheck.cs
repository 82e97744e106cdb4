namespace Unfold.Hosting;

/// <summary>Whether everything a plugin references can be found: in its folder, in the host, or as another active plugin.</summary>
internal sealed class DependencyCheck(MetadataLibrary library, AssemblyLocator locator)
{
    public IReadOnlyList<PluginReport> Apply(IReadOnlyList<PluginReport> reports)
    {
        // A plugin that lacks something may itself be what another one needs: repeat until nothing changes.
        while (true)
        {
            var active = reports.Where(report => report.State == PluginState.Active).Select(report => report.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var checkedOnce = reports.Select(report => report is { State: PluginState.Active, IsBuiltIn: false } ? Check(report, active) : report).ToList();
            if (checkedOnce.Count(report => report.State == PluginState.Active) == active.Count)
                return checkedOnce;
            reports = checkedOnce;
        }
    }

    private PluginReport Check(PluginReport report, HashSet<string> active)
    {
        var file = library.Open(report.Path);
        var folder = Path.GetDirectoryName(report.Path)!;
        var missing = file.References
            .Select(reference => file.Reader.GetString(reference.Name))
            .FirstOrDefault(name => !active.Contains(name) && !locator.Provides(name, folder));
        return missing is null ? report : report with { Problem = PluginProblems.MissingDependency(missing) };
    }
}
