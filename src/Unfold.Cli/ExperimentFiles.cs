using Unfold.Hosting;
using Unfold.Specs;

namespace Unfold.Cli;

/// <summary>The experiments beside the program, and files that the user names.</summary>
internal static class ExperimentFiles
{
    /// <summary>Name and file of every experiment, by name.</summary>
    public static IReadOnlyList<(string Name, string File)> All(string hostFolder)
    {
        var root = Path.Combine(hostFolder, "experiments");
        return !Directory.Exists(root)
            ? []
            : [.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith(".deps.json", StringComparison.Ordinal) && !f.EndsWith(".runtimeconfig.json", StringComparison.Ordinal))
                .Select(f => (Name: Path.ChangeExtension(Path.GetRelativePath(root, f), null).Replace('\\', '/'), f))
                .OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>The experiment of a name, or of a file where the name ends in .json.</summary>
    /// <exception cref="UnfoldException">UFX016: there is none.</exception>
    public static Experiment Open(PluginHost host, string hostFolder, string nameOrFile)
    {
        if (nameOrFile.EndsWith(".json", StringComparison.Ordinal))
        {
            return File.Exists(nameOrFile)
                ? host.ReadFile(nameOrFile, Path.GetFileNameWithoutExtension(nameOrFile))
                : throw new UnfoldException("UFX016", $"there is no file {nameOrFile}", "check the path");
        }

        var all = All(hostFolder);
        var found = all.FirstOrDefault(e => e.Name == nameOrFile);
        return found.File is not null
            ? host.ReadFile(found.File, found.Name)
            : throw new UnfoldException("UFX016", $"there is no experiment '{nameOrFile}'", $"{NearestNames.Hint(nameOrFile, [.. all.Select(e => e.Name)])} ('unfold list' shows all)");
    }
}
