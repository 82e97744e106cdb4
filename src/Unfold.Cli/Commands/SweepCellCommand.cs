using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep cell</c>: trains one cell of a sweep, or an element of a job array. What <c>sweep run</c> and the scheduler start; the same everywhere.</summary>
internal static class SweepCellCommand
{
    public static Command Create(CliContext context)
    {
        var sweep = SweepOptions.Sweep();
        var index = new Argument<int?>("index") { Description = "The cell's index in sweep.json.", Arity = ArgumentArity.ZeroOrOne };
        var root = SweepOptions.Root();
        var element = new Option<int?>("--element") { Description = "In place of a cell: the index of a job array's element." };
        var offset = new Option<int>("--offset") { Description = "What is added to the element's index." };
        var pack = SweepOptions.Count("--pack", "Cells of an element; 1 by default.");
        var seconds = SweepOptions.Count("--signal-seconds", "Seconds before its time limit at which the job is warned; 180 by default.");
        var timeouts = new Option<int>("--max-timeouts") { Description = "Times that a cell may run into its time limit.", DefaultValueFactory = _ => new SiteProfile().MaxTimeouts };
        var command = new Command("cell", "Train one cell of a sweep: what 'sweep run' and the scheduler start.") { sweep, index, root, element, offset, pack, seconds, timeouts };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            // Before anything else: a job that does not know a signal yet is killed by it.
            var cancellation = context.StartTraining();
            var (cell, wanted) = (parsed.GetValue(index), parsed.GetValue(element));
            if (cell is null == wanted is null)
                throw new UnfoldException("UFX000", "a cell's index is needed, or --element", "sweep.json has the indices");
            var folder = SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!);
            return cell is { } one
                ? SingleCell.Run(context, folder, folder.Cell(one), cancellation)
                : new ElementRun(context, folder, new ElementRequest(wanted!.Value, parsed.GetValue(offset), parsed.GetValue(pack) ?? 1, parsed.GetValue(seconds) ?? new SiteProfile().SignalSeconds, parsed.GetValue(timeouts))).Run(cancellation);
        }));
        return command;
    }
}
