namespace Unfold.Hosting;

/// <summary>Inspects all plugins and settles what concerns more than one: names, component ids, dependencies on each other.</summary>
internal static class PluginSurvey
{
    /// <summary>The reports, built-in assemblies first, then in the order of discovery.</summary>
    public static IReadOnlyList<PluginReport> Take(PluginSearch search, IReadOnlyList<PluginCandidate> candidates)
    {
        var locator = LocatorFor(candidates);
        using var library = new MetadataLibrary(locator);
        var inspector = new PluginInspector(library);
        var reports = search.BuiltIn.Select(assembly => inspector.InspectBuiltIn(assembly.Location)).ToList();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var candidate in candidates)
        {
            var report = Obstacle(search, candidate, names) is { } obstacle
                ? Refused(inspector, candidate, obstacle)
                : inspector.Inspect(candidate);
            if (report.State != PluginState.Disabled)
                names.TryAdd(report.Name, report.Path);
            reports.Add(report);
        }

        // Who lacks a dependency claims no ids; who lost its ids is no dependency.
        var dependencies = new DependencyCheck(library, locator);
        return dependencies.Apply(DuplicateCheck.Apply(dependencies.Apply(reports)));
    }

    // What a disabled plugin would bring is worth knowing to those who miss it.
    private static PluginReport Refused(PluginInspector inspector, PluginCandidate candidate, PluginProblem obstacle) => new()
    {
        Name = candidate.Name,
        Path = candidate.Folder,
        Problem = obstacle,
        Components = obstacle.State == PluginState.Disabled && candidate.HasAssembly ? inspector.Inspect(candidate).Components : [],
    };

    private static AssemblyLocator LocatorFor(IEnumerable<PluginCandidate> candidates)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var candidate in candidates.Where(candidate => candidate.HasAssembly))
            byName.TryAdd(candidate.Name, candidate.Assembly);
        return new AssemblyLocator(byName);
    }

    /// <summary>What is decided before the assembly is opened.</summary>
    private static PluginProblem? Obstacle(PluginSearch search, PluginCandidate candidate, Dictionary<string, string> names)
    {
        if (!candidate.Exists)
            return PluginProblems.NoFolder();
        if (candidate.IsDisabled)
            return PluginProblems.DisabledByFile();
        if (search.Disabled.Contains(candidate.Name, StringComparer.OrdinalIgnoreCase))
            return PluginProblems.DisabledByVariable();
        return names.TryGetValue(candidate.Name, out var first) ? PluginProblems.ShadowedBy(first) : null;
    }
}
