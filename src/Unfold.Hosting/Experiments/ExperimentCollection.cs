using System.Reflection;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>The experiments that were compiled from JSON, in <c>experiments/Experiments.dll</c> beside the host.</summary>
public sealed class ExperimentCollection
{
    private readonly PluginLoadSession _session;
    private readonly ComponentCatalog _catalog;
    private readonly IReadOnlyList<PluginReport> _plugins;
    private readonly ConstructionGuard _guard;
    private readonly StuckComponent _stuck;
    private readonly Lazy<IReadOnlyList<DeclaredExperiment>> _declared;

    internal ExperimentCollection(string path, PluginLoadSession session, ComponentCatalog catalog, IReadOnlyList<PluginReport> plugins, ConstructionGuard guard)
    {
        Path = path;
        _session = session;
        _catalog = catalog;
        _plugins = plugins;
        _guard = guard;
        _stuck = new StuckComponent(catalog, session, guard);
        _declared = new(() => File.Exists(path) ? DeclaredExperimentReader.Read(path) : []);
    }

    /// <summary>The assembly.</summary>
    public string Path { get; }

    /// <summary>The experiments, by name. Nothing is loaded for the list; without the assembly it is empty.</summary>
    /// <exception cref="UnfoldException">UFP002: the assembly is damaged.</exception>
    public IReadOnlyList<DeclaredExperiment> Declared => _declared.Value;

    /// <summary>The experiment of a name. Plugins are loaded when one of its variants is created.</summary>
    /// <exception cref="UnfoldException">UFX016: there is none of that name; UFP014: it needs a plugin that is not active; UFP020: a constructor does not return.</exception>
    public Experiment Activate(string name)
    {
        var declared = Find(name);
        var experiment = Guard(name, declared, () => Definition(declared));
        return experiment with { Cells = [.. experiment.Cells.Select(cell => cell with { Create = () => Guard(name, cell, cell.Create) })] };
    }

    /// <summary>The JSON that the experiments were compiled from, by the path of the file relative to the repository; null where there is none of it.</summary>
    public string? ReadSource(string source)
    {
        using var stream = _session.LoadFile(Path).GetManifestResourceStream(source);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The experiment of a name, as it is listed.</summary>
    /// <exception cref="UnfoldException">UFX016: there is none of that name.</exception>
    public DeclaredExperiment Find(string name) => Declared.FirstOrDefault(experiment => experiment.Name == name) ?? throw Unknown(name);

    private Experiment Definition(DeclaredExperiment declared)
    {
        var type = _session.LoadFile(Path).GetType(declared.TypeName, throwOnError: true)!;
        var definition = type.GetProperty(nameof(Definition), BindingFlags.Public | BindingFlags.Static)
            ?? throw new MissingMemberException(declared.TypeName, nameof(Definition));
        return (Experiment)definition.GetMethod!.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, null, culture: null)!;
    }

    private T Guard<T>(string experiment, object key, Func<T> build)
    {
        try
        {
            return _guard.Run(key, build, Culprit, late => PluginProblems.NothingReturns(experiment, _stuck.Candidates, _guard.Limit, late));
        }
        catch (Exception exception) when (LoadFailure.MissingAssembly(exception.GetBaseException()) is { } missing)
        {
            var because = _plugins.FirstOrDefault(plugin => plugin.Name == missing)?.Problem;
            throw new PluginException(missing, PluginProblems.NeededBy(experiment, because), exception);
        }
    }

    private CatalogEntry? Culprit(Exception exception) => exception is ConstructionTimeoutException ? _stuck.Find() : ComponentTrace.Find(exception, _catalog);

    private UnfoldException Unknown(string name)
    {
        var known = Declared.Select(experiment => experiment.Name).ToList();
        return new UnfoldException(
            "UFX016",
            $"there is no experiment '{name}'; {NearestNames.Hint(name, known)}",
            known.Count == 0 ? $"build the experiments: {Path} holds none" : $"`unfold list` shows all {known.Count}");
    }
}
