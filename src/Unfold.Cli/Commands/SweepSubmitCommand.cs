using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Hosting;
using Unfold.Results;
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
            var host = context.OpenHost();
            var request = flags.Request(parsed);
            return parsed.GetValue(dryRun)
                ? Show(context, SweepExpansion.Plan(host, request), site)
                : Submit(context, host, SweepExpansion.Expand(host, request), site, text, parsed.GetValue(json));
        }));
        return command;
    }

    private static int Show(CliContext context, SweepFolder sweep, SiteProfile site)
    {
        context.Out.Write(SubmitScript.Write(sweep.Id, sweep.Path, Path.Combine(sweep.Path, "bin", "<hash>"), sweep.Plan.Threads, site));
        context.Out.WriteLine();
        foreach (var line in new SweepScheduler(sweep, site, context.Slurm()).Commands(Path.Combine(sweep.Path, SubmitScript.FileName)))
            context.Out.WriteLine($"# {line}");
        return ExitCode.Done;
    }

    private static int Submit(CliContext context, PluginHost host, SweepFolder sweep, SiteProfile site, string text, bool asJson)
    {
        var slurm = context.Slurm();
        using var held = RunLock.Take(sweep.Path);
        var scheduler = new SweepScheduler(sweep, site, slurm);
        AtomicFile.Write(SiteProfileFile.PathIn(sweep), text);
        SweepScripts.Write(context, host, sweep, site);
        SweepCancellation.Lift(sweep);
        CachedQueue.Forget(sweep);
        var outcome = scheduler.Submit(CellStandings.Of(sweep), _ => true, scheduler.Look());
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Sweep = sweep.Path, outcome.Jobs, outcome.Elements, outcome.Queued, outcome.Left }));
        else
            context.Out.WriteLine(outcome.Jobs.Count == 0 ? "nothing to submit" : string.Join(' ', outcome.Jobs.Select(j => j.Id)));
        context.Out.Flush();
        SubmitLines.Write(context, sweep, scheduler, outcome);
        return ExitCode.Done;
    }
}
