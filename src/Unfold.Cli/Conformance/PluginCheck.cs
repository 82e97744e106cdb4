using Unfold.Hosting;
using Unfold.Results;
using Unfold.Testing;

namespace Unfold.Cli.Conformance;

/// <summary>Checks plugins: whether they load as the host loads them, their experiments, their components.</summary>
/// <param name="host">The host.</param>
internal sealed class PluginCheck(PluginHost host)
{
    // A file that can only be extended is no experiment of its own.
    private const string Abstract = "UFX028";

    /// <param name="plugin">The plugin.</param>
    /// <param name="folder">Where its folder <c>experiments</c> lies.</param>
    public CheckedPlugin Of(PluginReport plugin, string folder)
    {
        var loaded = plugin.Problem is null ? host.Check(plugin) : plugin;
        if (loaded.Problem is not null)
            return new CheckedPlugin(loaded, [], []);
        var (experiments, results) = Read(Path.Combine(folder, "experiments"));
        var check = new ComponentCheck(host, experiments);
        return new CheckedPlugin(loaded, results, host.Catalog.Entries.Where(e => e.Plugin == plugin).SelectMany(check.Of));
    }

    private (IReadOnlyList<ReadSpec> Experiments, IReadOnlyList<CheckResult> Results) Read(string folder)
    {
        var (experiments, results) = (new List<ReadSpec>(), new List<CheckResult>());
        if (!Directory.Exists(folder))
            return (experiments, results);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Where(IsExperiment).Order(StringComparer.Ordinal))
        {
            var check = $"experiment {Path.GetRelativePath(folder, file)}";
            try
            {
                experiments.Add(host.Read(SpecSource.OfFile(file, ExperimentName.Of(file))));
                results.Add(new CheckResult(check, passed: true, "is right"));
            }
            catch (UnfoldException wrong)
            {
                results.Add(wrong.Code == Abstract ? CheckResult.Skipped(check, "can only be extended") : new CheckResult(check, passed: false, Told(wrong)));
            }
        }

        return (experiments, results);
    }

    // Mistakes in a spec bring their place and code with them.
    private static string Told(UnfoldException wrong) => (wrong is SpecException ? wrong.Message : $"{wrong.Code}: {wrong.Message}").ReplaceLineEndings("; ");

    private static bool IsExperiment(string file) =>
        !file.EndsWith(".schema.json", StringComparison.Ordinal) && !file.EndsWith(".expected.json", StringComparison.Ordinal);
}
