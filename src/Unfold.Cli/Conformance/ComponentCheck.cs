using Unfold.Hosting;
using Unfold.Testing;

namespace Unfold.Cli.Conformance;

/// <summary>Makes all checks of a component: its options through the binder, then the suite of its kind.</summary>
/// <param name="host">Builds it.</param>
/// <param name="experiments">Its plugin's own experiments, whose options are tried beside the defaults.</param>
internal sealed class ComponentCheck(PluginHost host, IReadOnlyList<ReadSpec> experiments)
{
    private readonly ComponentSamples _samples = host.Samples();

    /// <summary>One result for each set of options.</summary>
    public IEnumerable<CheckedComponent> Of(CatalogEntry entry)
    {
        IReadOnlyList<ComponentSample> samples;
        try
        {
            samples = _samples.Of(entry, experiments);
        }
        catch (PluginException unloadable)
        {
            return [Result("defaults", [], [new CheckResult("loads", passed: false, $"{unloadable.Code}: {unloadable.Message}; {unloadable.Mend}")])];
        }

        var required = string.Join(", ", entry.Component.Options.Where(o => o.Required).Select(o => $"'{o.Name}'"));
        return samples.Count > 0
            ? samples.Select((sample, i) => Result(sample.Name, i == 0 ? Trials(entry, sample) : [], Suite(entry, sample)))
            : [Result("defaults", [], [CheckResult.Skipped("options", $"it requires {required}, and does not take what was made up for that: an experiment in the plugin's folder 'experiments' would tell what it takes") with { IsRefused = true }])];

        CheckedComponent Result(string options, IEnumerable<CheckResult> trials, IEnumerable<CheckResult> suite) => new(entry.Component.Kind, entry.Component.Id, options, [.. trials], [.. suite]);
    }

    private IEnumerable<CheckResult> Trials(CatalogEntry entry, ComponentSample sample) =>
        host.TryOptions(entry, sample).Select(t => new CheckResult(t.Name, t.Mistake is null, t.Mistake ?? t.Tried));

    private IEnumerable<CheckResult> Suite(CatalogEntry entry, ComponentSample sample) =>
        ConformanceSuite.Of(() => (IComponent)host.Create(entry.Component.Kind, sample.Options));
}
