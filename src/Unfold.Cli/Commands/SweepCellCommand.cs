using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep cell</c>: trains one cell of a sweep. What <c>sweep run</c> and the scheduler start; the same everywhere.</summary>
internal static class SweepCellCommand
{
    public static Command Create(CliContext context)
    {
        var sweep = SweepOptions.Sweep();
        var index = new Argument<int>("index") { Description = "The cell's index in sweep.json." };
        var root = SweepOptions.Root();
        var command = new Command("cell", "Train one cell of a sweep: what 'sweep run' and the scheduler start.") { sweep, index, root };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Run(context, SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!), parsed.GetValue(index))));
        return command;
    }

    private static int Run(CliContext context, SweepFolder sweep, int index)
    {
        var cancellation = context.StartTraining();
        var cell = sweep.Cell(index);
        // Before any plugin is looked for: many elements of a job array that was submitted again have nothing to do.
        var standing = CellStandings.Of(sweep, [cell])[0];
        if (standing.HasEnded)
            return Say($"{standing.State.ToString().ToLowerInvariant()} before; nothing is left to do", ExitCode.Done);
        if (standing is { State: CellState.Running, Run.Owner: { } owner })
            return Say($"process {owner.Pid} on {owner.Host} works on it", ExitCode.Locked);
        return new CellRun(context, context.OpenHost(), sweep, cell).Run(cancellation);

        int Say(string text, int exitCode)
        {
            context.Screen.Profile.Out.Writer.WriteLine($"[{CellRun.Label(cell)}] {text}");
            return exitCode;
        }
    }
}
