using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli;

/// <summary>The plugins of a run, as its environment.json records them.</summary>
internal static class UsedPlugins
{
    public static IReadOnlyList<PluginRecord> PluginRecords(this PluginHost host, TrainingSpec spec) =>
        [.. host.UsedBy(spec).Select(p => new PluginRecord(p.Name, p.Version, p.Path, p.Sha256))];
}
