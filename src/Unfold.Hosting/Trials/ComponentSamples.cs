using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Finds options to try components with: their defaults, with whatever is required made up, and those of experiments.</summary>
public sealed class ComponentSamples
{
    // Experiments sweep: a few cells stand for all.
    private const int MostOfExperiments = 4;

    private readonly PluginHost _host;
    private readonly SpecBinder _binder;
    private readonly SampleOptions _options;
    private readonly ComponentTrees _trees;

    internal ComponentSamples(PluginHost host, SpecBinder binder, EquatableArray<OptionSchema> training)
    {
        _host = host;
        _binder = binder;
        _options = new SampleOptions(host.Catalog);
        _trees = new ComponentTrees(host.Catalog, [.. training]);
    }

    /// <summary>
    /// A component's samples: its defaults, then at most four that differ from the given experiments. Where it does not take what was made up for its required
    /// options and none of those experiments has it, the compiled ones are asked; none where nobody names it.
    /// </summary>
    /// <param name="entry">The component.</param>
    /// <param name="experiments">Its plugin's own experiments.</param>
    /// <exception cref="PluginException">The component cannot be loaded or built.</exception>
    public IReadOnlyList<ComponentSample> Of(CatalogEntry entry, IReadOnlyList<ReadSpec> experiments)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var samples = experiments.SelectMany(e => In(e, entry)).DistinctBy(s => SpecWriter.Write(s.Options), StringComparer.Ordinal).Take(MostOfExperiments).ToList();
        if (Defaults(entry) is { } defaults)
            return [defaults, .. samples.Where(s => SpecWriter.Write(s.Options) != SpecWriter.Write(defaults.Options))];
        return samples.Count > 0 ? samples : [.. Compiled(entry).Take(1)];
    }

    private ComponentSample? Defaults(CatalogEntry entry)
    {
        var needs = entry.Component.Options.Where(o => o.Required).Select(o => o.Name).ToList();
        foreach (var options in _options.Of(entry.Component))
        {
            if (needs.Count == 0 || IsTaken(entry, options))
                return new ComponentSample("defaults", options);
        }

        return null;
    }

    // Defaults that nothing was made up for are a trial's business; the rest is ours to get right.
    private bool IsTaken(CatalogEntry entry, SpecObject options)
    {
        try
        {
            _ = _binder.Component(entry.Component.Kind, options);
            return true;
        }
        catch (UnfoldException refused) when (refused is not PluginException { Problem.Code: not "UFP007" })
        {
            return false;
        }
    }

    private IEnumerable<ComponentSample> Compiled(CatalogEntry entry) =>
        _host.Experiments.Declared.SelectMany(declared => TryRead(declared.Name) is { } experiment ? In(experiment, entry) : []);

    // One whose plugins are not all active, or that can only be extended, says nothing of this component.
    private ReadSpec? TryRead(string experiment)
    {
        try
        {
            return _host.Read(_host.SourceOf(experiment));
        }
        catch (UnfoldException)
        {
            return null;
        }
    }

    private IEnumerable<ComponentSample> In(ReadSpec experiment, CatalogEntry entry) =>
        from variant in experiment.Document.Variants
        from cell in variant.Cells
        from found in _trees.In(cell.Merged)
        where found.Entry == entry
        select new ComponentSample($"{experiment.Document.Name}: {cell.Name}", found.Options);
}
