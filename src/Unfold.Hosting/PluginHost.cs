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
    private readonly Lazy<SpecLoader> _loader;

    private PluginHost(PluginSearch search, IReadOnlyList<PluginReport> plugins)
    {
        Plugins = plugins;
        Catalog = new ComponentCatalog(plugins);
        var session = new PluginLoadSession(plugins.Where(plugin => plugin is { State: PluginState.Active, IsBuiltIn: false }));
        var guard = new ConstructionGuard(search.ConstructionLimit, search.Clock);
        _activator = new ComponentActivator(session, search.BuiltIn, guard);
        _binder = new(() => new SpecBinder(Catalog, _activator, _training.Value, guard));
        _loader = new(() => new SpecLoader(new SchemaSet(Catalog.Schemas, _training.Value, Inactive(plugins)), _binder.Value));
        Experiments = new ExperimentCollection(Path.Combine(search.HostFolder, "experiments", "Experiments.dll"), session, Catalog, plugins, guard);
    }

    /// <summary>Every plugin found, active or not: built-in ones, then in the order of discovery.</summary>
    public IReadOnlyList<PluginReport> Plugins { get; }

    /// <summary>The components of the active ones.</summary>
    public ComponentCatalog Catalog { get; }

    /// <summary>The compiled experiments.</summary>
    public ExperimentCollection Experiments { get; }

    /// <summary>Finds and inspects the plugins.</summary>
    public static PluginHost Open(PluginSearch search) => new(search, PluginSurvey.Take(search, [.. PluginDiscovery.Find(search)]));

    /// <summary>
    /// Loads a plugin and every type it offers, and reports what came of it: a check before the plugin is needed. One that offers nothing is only right where
    /// another one builds on it.
    /// </summary>
    public PluginReport Check(PluginReport plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        if (plugin is { Problem: null, IsBuiltIn: false, Components.Count: 0 } && !Plugins.Any(other => other.References.Contains(plugin.Name)))
            return plugin with { Problem = PluginProblems.NothingOffered(plugin.Unmarked) };
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

        return _activator.Create(entry, _activator.DefaultOptions(entry));
    }

    /// <summary>Everything about a plugin. An active one is loaded for the defaults of its options; where that fails, metadata has to do.</summary>
    public PluginDescription Describe(PluginReport plugin) => new PluginDescriber(Catalog, _activator).Describe(plugin);

    /// <summary>Builds a component from options that were checked: those of a <see cref="ComponentSample"/>.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="options">Its options, with its id as <c>use</c>.</param>
    /// <exception cref="UnfoldException">UFX…: its options record does not accept them.</exception>
    /// <exception cref="PluginException">It cannot be loaded or built.</exception>
    public object Create(string kind, SpecObject options) => _binder.Value.Component(kind, options);

    /// <summary>Options to try a component with.</summary>
    public ComponentSamples Samples() => new(this, _binder.Value, _training.Value);

    /// <summary>Tries a component's options: that it takes its defaults, the ends of its ranges and every choice, and refuses what is outside.</summary>
    /// <param name="entry">The component.</param>
    /// <param name="sample">Options that it takes.</param>
    public IEnumerable<OptionsTrial> TryOptions(CatalogEntry entry, ComponentSample sample) => new OptionsTrials(_binder.Value, _activator, entry, sample.Options).All();

    /// <summary>Reads an experiment from JSON; plugins are loaded when one of its cells is created.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="overrides">Changes to every variant, or null.</param>
    /// <param name="variants">The variants or cells that are wanted; null for all. The others are not checked.</param>
    /// <exception cref="SpecException">It has mistakes: all of them.</exception>
    /// <exception cref="UnfoldException">UFX028: it can only be extended.</exception>
    public ReadSpec Read(SpecSource source, SpecOverrides? overrides = null, IReadOnlyCollection<string>? variants = null) =>
        _loader.Value.Load(source, overrides ?? SpecOverrides.None, variants);

    /// <summary>The typed spec of a run from its spec.json, which is resolved: neither the experiment's file nor its name is needed.</summary>
    /// <param name="path">The spec.json.</param>
    /// <exception cref="UnfoldException">UFX016: there is no such file.</exception>
    /// <exception cref="SpecException">It has mistakes: the plugins have changed since, or the file has.</exception>
    /// <exception cref="PluginException">A component cannot be loaded or built.</exception>
    public TrainingSpec ReadRun(string path) => File.Exists(path)
        ? Read(SpecSource.OfFile(Path.GetFullPath(path), "run")).Experiment.Cells[0].Create()
        : throw new UnfoldException("UFX016", $"there is no file {path}", "name the folder of a run");

    /// <summary>The JSON that a compiled experiment was made from.</summary>
    /// <exception cref="UnfoldException">UFX016: there is none of that name.</exception>
    public SpecSource SourceOf(string experiment) => new(Experiments.Find(experiment).Source, experiment, Experiments.ReadSource);

    /// <summary>Builds a run's components from a merged, checked cell.</summary>
    /// <exception cref="SpecException">An options record does not accept its values.</exception>
    /// <exception cref="PluginException">A component cannot be loaded or built.</exception>
    internal TrainingSpec Bind(SpecObject cell, int seed, SpecPositions positions) => _binder.Value.Bind(cell, seed, positions);

    /// <summary>The JSON Schema of experiments with the active plugins.</summary>
    /// <exception cref="PluginException">A plugin cannot be loaded.</exception>
    public string ExperimentSchema() => new ExperimentSchema(Catalog, _activator).Write([.. _training.Value]);

    private static IEnumerable<InactiveComponent> Inactive(IEnumerable<PluginReport> plugins) =>
        from plugin in plugins
        where plugin.Problem is not null
        from component in plugin.Components
        select InactiveComponent.Of(component.Kind, component.Id, plugin.Name, $"{plugin.State}", plugin.Problem!.Code, plugin.Problem.Reason, plugin.Problem.Mend);

    /// <summary>The plugins that a run depends on, for its environment.json.</summary>
    public IReadOnlyList<UsedPlugin> UsedBy(TrainingSpec run) => PluginProvenance.Of(run, Plugins);
}
