using Unfold.Hosting;

namespace Unfold.Cli;

/// <summary>An experiment by its name, or from a JSON file that was not compiled.</summary>
internal static class ExperimentLookup
{
    /// <exception cref="UnfoldException">UFX016: there is none; UFX…: the file has mistakes.</exception>
    public static Experiment Open(PluginHost host, string nameOrFile)
    {
        if (!nameOrFile.EndsWith(".json", StringComparison.Ordinal))
            return host.Experiments.Activate(nameOrFile);
        return File.Exists(nameOrFile)
            ? host.ReadFile(nameOrFile, Path.GetFileNameWithoutExtension(nameOrFile)) with { Source = Path.GetFullPath(nameOrFile) }
            : throw new UnfoldException("UFX016", $"there is no file {nameOrFile}", "check the path");
    }
}
