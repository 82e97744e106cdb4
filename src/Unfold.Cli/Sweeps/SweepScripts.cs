using Unfold.Hosting;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>What the jobs of a sweep run: this program as it is now, its plugins, and the script.</summary>
internal static class SweepScripts
{
    /// <summary>Whether Slurm takes the sweep's folder as it is; nothing is written.</summary>
    /// <exception cref="SweepException">UFS010: it would read more into its path.</exception>
    public static void Check(SweepFolder sweep, SiteProfile site) => SubmitScript.Write(sweep.Id, sweep.Path, sweep.Path, sweep.Plan.Threads, site);

    /// <summary>Where a sweep keeps the script of its jobs.</summary>
    public static string PathIn(SweepFolder sweep) => Path.Combine(sweep.Path, SubmitScript.FileName);

    /// <summary>Freezes the program, and writes the script of its jobs.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002: the sweep's folder cannot be written.</exception>
    /// <exception cref="SweepException">UFS010: Slurm would read more into the folder's path.</exception>
    public static void Write(CliContext context, PluginHost host, SweepFolder sweep, SiteProfile site)
    {
        // Those beside the program are copied with it.
        var elsewhere = host.Plugins.Where(p => p is { State: PluginState.Active, IsBuiltIn: false } && !IsBelow(p.Path, context.Search.HostFolder)).ToDictionary(p => p.Name, p => Path.GetDirectoryName(p.Path)!, StringComparer.Ordinal);
        var program = FrozenProgram.Freeze(sweep, context.Search.HostFolder, elsewhere);
        AtomicFile.Write(PathIn(sweep), SubmitScript.Write(sweep.Id, sweep.Path, program, sweep.Plan.Threads, site));
        // Slurm makes no folder for what a job writes.
        Directory.CreateDirectory(Path.Combine(sweep.Path, SweepFiles.Logs));
    }

    private static bool IsBelow(string path, string folder) => !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal);
}
