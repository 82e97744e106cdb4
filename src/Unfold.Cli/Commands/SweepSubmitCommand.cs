using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep submit</c>: gives the cells of an experiment to Slurm and returns at once. Again, it submits what has neither ended nor runs nor waits.</summary>
internal static class SweepSubmitCommand
{
    public static Command Create(CliContext context)
    {
        var flags = new SweepFlags();
        var profile = new Option<string>("--profile") { Description = "The site's profile, a JSON file (docs/sweeps.md).", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the script and the commands; write and submit nothing." };
        var json = CommonOptions.Json();
        var command = new Command("submit", "Give the cells of an experiment to Slurm.") { flags.Experiment, flags.Overrides, flags.Variants, profile, dryRun, flags.Threads, flags.OutFolder, flags.Root, flags.Device, flags.Repeat, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            var (site, text) = SiteProfileFile.Read(parsed.GetValue(profile)!);
            var request = flags.Request(parsed);
            if (parsed.GetValue(dryRun))
                return Show(context, SweepExpansion.Of(context.OpenHost(), request).Planned, site);
            // Before anything is written.
            var slurm = context.Slurm();
            var host = context.OpenHost();
            var expansion = SweepExpansion.Of(host, request);
            SweepScripts.Check(expansion.Planned, site);
            return new SweepSubmission(context, host, slurm).Submit(expansion.Create(), (site, text), parsed.GetValue(json));
        }));
        return command;
    }

    private static int Show(CliContext context, SweepFolder sweep, SiteProfile site)
    {
        context.Out.Write(SubmitScript.Write(sweep.Id, sweep.Path, Path.Combine(sweep.Path, "bin", "<hash>"), sweep.Plan.Threads, site));
        context.Out.WriteLine();
        foreach (var line in new SweepScheduler(sweep, site, SweepQueue.Cluster(context)).Commands(Path.Combine(sweep.Path, SubmitScript.FileName)))
            context.Out.WriteLine($"# {line}");
        return ExitCode.Done;
    }
}
