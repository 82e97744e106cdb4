using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>Whether a run may go on here: what its numbers depend on must be what it was started with.</summary>
internal static class ResumeCheck
{
    /// <summary>Refuses other plugins.</summary>
    /// <exception cref="ResultsException">UFR016: with the differences.</exception>
    public static void RequirePlugins(string folder, RunEnvironment before, IReadOnlyList<PluginRecord> now)
    {
        var (old, today) = (before.Plugins.ToDictionary(p => p.Name, Text, StringComparer.Ordinal), now.ToDictionary(p => p.Name, Text, StringComparer.Ordinal));
        Require(folder, old.Keys.Union(today.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => ($"plugin {name}", old.GetValueOrDefault(name) ?? "not used", today.GetValueOrDefault(name) ?? "not used")));

        static string Text(PluginRecord plugin) => $"{plugin.Version} (SHA-256 {plugin.Sha256[..12]})";
    }

    /// <summary>Refuses other data, another device, another libtorch and another number of threads.</summary>
    /// <returns>What else is not as it was: it may change last digits.</returns>
    /// <exception cref="ResultsException">UFR016: with the differences.</exception>
    public static IReadOnlyList<string> Require(string folder, RunEnvironment before, RunEnvironment now)
    {
        Require(folder,
        [
            ("the dataset's SHA-256", before.DatasetSha256, now.DatasetSha256),
            ("the device", before.Device, now.Device),
            ("the number of threads", $"{before.Threads}", $"{now.Threads}"),
            ("libtorch", before.LibTorch, now.LibTorch),
            ("TorchSharp", before.TorchSharp, now.TorchSharp),
        ]);
        (string What, string Before, string Now)[] others =
        [
            ("processor", before.Processor, now.Processor),
            ("system", before.System, now.System),
            (".NET", before.DotNet, now.DotNet),
            ("Unfold", $"{before.Unfold} {before.Commit}".TrimEnd(), $"{now.Unfold} {now.Commit}".TrimEnd()),
        ];
        return [.. others.Where(o => o.Before != o.Now).Select(o => $"gone on with in another environment: {o.What} {o.Before}, then {o.Now}; last digits may differ from a run that was not stopped")];
    }

    private static void Require(string folder, IEnumerable<(string What, string Before, string Now)> all)
    {
        var differences = all.Where(a => a.Before != a.Now).Select(a => $"{a.What} was {a.Before}, and is {a.Now}").ToList();
        if (differences.Count > 0)
            throw new ResultsException("UFR016", $"the run in {folder} cannot go on as it was started: {string.Join("; ", differences)}", "put back what has changed, or start the run again with --force");
    }
}
