using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Builds a run's components from a merged, checked spec, by the same constructors that generated code calls.</summary>
internal sealed class SpecBinder
{
    private readonly ComponentCatalog _catalog;
    private readonly ComponentActivator _activator;
    private readonly EquatableArray<OptionSchema> _training;
    private readonly ConstructionGuard _guard;
    private readonly OptionsBinder _options;

    /// <param name="catalog">What can be used.</param>
    /// <param name="activator">Makes instances of it.</param>
    /// <param name="training">The schema of <see cref="TrainingOptions"/>.</param>
    /// <param name="guard">Runs the constructors of options.</param>
    public SpecBinder(ComponentCatalog catalog, ComponentActivator activator, EquatableArray<OptionSchema> training, ConstructionGuard guard)
    {
        _catalog = catalog;
        _activator = activator;
        _training = training;
        _guard = guard;
        _options = new OptionsBinder(new ValueBinder(Component));
    }

    /// <summary>Binds a cell.</summary>
    /// <exception cref="SpecException">An options record does not accept its values.</exception>
    /// <exception cref="PluginException">A component cannot be loaded or built.</exception>
    public TrainingSpec Bind(SpecObject cell, int seed, SpecPositions positions)
    {
        try
        {
            return _guard.Together(() => Bind(cell, seed));
        }
        catch (BindingException unplaced)
        {
            throw unplaced.At(positions);
        }
    }

    private TrainingSpec Bind(SpecObject variant, int seed) => new()
    {
        Seed = seed,
        Dataset = Component<IDataset>(variant, "dataset"),
        Measurement = Component<IMeasurement>(variant, "measurement"),
        Architecture = Component<IArchitecture>(variant, "architecture"),
        Continuation = Component<IContinuation>(variant, "continuation"),
        Loss = Component<ILoss>(variant, "loss"),
        Training = (TrainingOptions)_options.Bind(typeof(TrainingOptions), _training, Object(variant, "training")),
    };

    private T Component<T>(SpecObject variant, string kind) => (T)Component(kind, Object(variant, kind));

    /// <summary>Builds a component from its checked options.</summary>
    /// <exception cref="BindingException">Its options record does not accept the values.</exception>
    /// <exception cref="PluginException">It cannot be loaded or built.</exception>
    public object Component(string kind, SpecNode node)
    {
        var spec = (SpecObject)node;
        var entry = spec.Use is { Text: var id } ? _catalog.Find(kind, id) : null;
        if (entry is null)
            throw BindingMistake.NoComponent(node, kind);
        return _activator.Create(entry, Options(entry, spec));
    }

    /// <summary>Builds the options record of a component.</summary>
    /// <exception cref="BindingException">It does not accept the values.</exception>
    /// <exception cref="PluginException">It cannot be loaded, or threw.</exception>
    public object Options(CatalogEntry entry, SpecObject node)
    {
        var type = _activator.OptionsTypeOf(entry);
        return _guard.Run(entry, () => _options.Bind(type, entry.Component.Options, node));
    }

    private static SpecObject Object(SpecObject variant, string name) => variant[name]?.Value as SpecObject ?? throw BindingMistake.Missing(variant, name);
}
