using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>
/// The way in: what plugins there are, what they offer, the compiled experiments, and experiments read from files.
/// Opening it reads files and runs nothing; a plugin is loaded when one of its components is built.
/// </summary>
public sealed class PluginHost
{
    private readonly ComponentActivator _activator;
    private readonly Lazy<EquatableArray<OptionSchema>> _training = new(() => ContractsReader.ReadOptions(typeof(TrainingOptions).FullName!));
    private readonly Lazy<SpecBinder> _binder;

    private PluginHost(PluginSearch search, IReadOnlyList<PluginReport> plugins)
    {
        Plugins = plugins;
        Catalog = new ComponentCatalog(plugins);
        var session = new PluginLoadSession(plugins.Where(plugin => plugin is { State: PluginState.Active, IsBuiltIn: false }));
        _activator = new ComponentActivator(session, search.BuiltIn);
        _binder = new(() => new SpecBinder(Catalog, _activator, _training.Value));
        Experiments = new ExperimentCollection(Path.Combine(search.HostFolder, "experiments", "Experiments.dll"), session, Catalog, plugins);
    }

    /// <summary>Every plugin found, active or not: built-in ones, then in the order of discovery.</summary>
    public IReadOnlyList<PluginReport> Plugins { get; }

    /// <summary>The components of the active ones.</summary>
    public ComponentCatalog Catalog { get; }

    /// <summary>The compiled experiments.</summary>
    public ExperimentCollection Experiments { get; }

    /// <summary>Finds and inspects the plugins.</summary>
    public static PluginHost Open(PluginSearch search) => new(search, PluginSurvey.Take(search, [.. PluginDiscovery.Find(search)]));

    /// <summary>Loads a plugin and every type it offers, and reports what came of it: a check before the plugin is needed.</summary>
    public PluginReport Check(PluginReport plugin)
    {
        try
        {
            foreach (var entry in Catalog.Entries.Where(entry => entry.Plugin == plugin))
                _activator.Initialize(entry);
            return plugin;
        }
        catch (PluginException failure)
        {
            return plugin with { Problem = failure.Problem };
        }
    }

    /// <summary>Builds a component with its default options.</summary>
    /// <exception cref="UnfoldException">UFX004: there is none of that id.</exception>
    /// <exception cref="PluginException">It cannot be loaded or built.</exception>
    public object CreateDefault(string kind, string id)
    {
        if (Catalog.Find(kind, id) is not { } entry)
        {
            var known = Catalog.OfKind(kind).Select(e => e.Component.Id).ToList();
            throw new UnfoldException("UFX004", $"there is no {kind} '{id}'; {NearestNames.Hint(id, known)}", "'unfold plugins list' shows all");
        }

        return _activator.Create(entry, Activator.CreateInstance(_activator.OptionsTypeOf(entry))!);
    }

    /// <summary>Builds a run's components from a merged, checked spec.</summary>
    /// <exception cref="SpecException">An options record does not accept its values.</exception>
    /// <exception cref="PluginException">A component cannot be loaded or built.</exception>
    public TrainingSpec Bind(SpecObject variant) => _binder.Value.Bind(variant);

    /// <summary>Reads an experiment from its JSON file; plugins are loaded when one of its variants is created.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The experiment's name.</param>
    /// <exception cref="SpecException">The file has mistakes: all of them.</exception>
    public Experiment ReadFile(string path, string name)
    {
        var read = ExperimentReader.Read(path, name, File.ReadAllText(path), new SchemaSet(Catalog.Schemas, _training.Value));
        if (read.Document is not { } document)
            throw new SpecException(read.Diagnostics);
        return new Experiment
        {
            Name = document.Name,
            Description = document.Description,
            Source = path,
            Expect = document.Expect is { } expect ? SpecWriter.Write(expect) : "{}",
            Variants = [.. document.Variants.Select(v => new ExperimentVariant(v.Name, () => Bind(v.Merged)))],
        };
    }

    /// <summary>The plugins that a run depends on, for its environment.json.</summary>
    public IReadOnlyList<UsedPlugin> UsedBy(TrainingSpec run) => PluginProvenance.Of(run, Plugins);
}
