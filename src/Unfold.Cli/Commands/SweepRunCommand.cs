using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Cli.Series;
using Unfold.Cli.Sweeps;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep run</c>: runs the cells of an experiment on this machine, several at a time, each in a process of its own.</summary>
internal static class SweepRunCommand
{
    public static Command Create(CliContext context)
    {
        var flags = new SweepFlags();
        var jobs = SweepOptions.Count("--jobs", "Runs at a time; as many as there are cores for by default.");
        var failFast = new Option<bool>("--fail-fast") { Description = "Stop at the first failure; the others save their state." };
        var json = CommonOptions.Json();
        var command = new Command("run", "Run the cells of an experiment on this machine, several at a time.") { flags.Experiment, flags.Overrides, flags.Variants, jobs, flags.Threads, failFast, flags.OutFolder, flags.Root, flags.Device, flags.Repeat, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            var cancellation = context.Stop.Listen();
            var sweep = SweepExpansion.Of(context.OpenHost(), flags.Request(parsed)).Create();
            var options = new PoolOptions
            {
                Jobs = parsed.GetValue(jobs) ?? Math.Max(1, Environment.ProcessorCount / sweep.Plan.Threads),
                FailFast = parsed.GetValue(failFast),
                Program = ThisProgram.Command(),
            };
            return Run(context, sweep, options, parsed.GetValue(json), cancellation);
        }));
        return command;
    }

    private static int Run(CliContext context, SweepFolder sweep, PoolOptions options, bool asJson, CancellationToken cancellation)
    {
        var before = CellStandings.Of(sweep);
        var ended = SweepDisplay.Show(context.Screen, sweep, before, options.Jobs, observer => new ProcessPool(sweep, options, observer).Run(before, cancellation));
        var after = CellStandings.Of(sweep);
        if (asJson)
            context.Out.Write(ResultsJson.Indented(SweepDocument.Of(sweep, after, null)));
        SweepLines.Conclude(context, sweep, after, ended);
        cancellation.ThrowIfCancellationRequested();
        return SweepLines.ExitCodeOf(after, ended);
    }
}
