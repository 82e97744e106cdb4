using System.Text.RegularExpressions;
using Unfold.Cli.Series;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>An element of a job array: its cell, or several side by side, each in a process of its own. Stopped by the scheduler, it puts itself back into the queue.</summary>
/// <param name="context">Where to say what happens.</param>
/// <param name="sweep">The sweep.</param>
/// <param name="element">What the job is asked for.</param>
internal sealed class ElementRun(CliContext context, SweepFolder sweep, ElementRequest element)
{
    /// <summary>Trains what is left of it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">Stopped; it was put back into the queue where that is ours to do.</exception>
    public int Run(CancellationToken cancellation)
    {
        var cells = new JobElements(sweep.Plan, element.Pack)[element.Element + element.Offset];
        Say($"job {element.Job ?? "-"} on {Environment.MachineName}, start {element.Restarts + 1}: {string.Join(", ", cells.Select(CellRun.Label))}");
        try
        {
            var exitCode = cells.Count == 1 ? SingleCell.Run(context, sweep, cells[0], cancellation) : SideBySide(cells, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return exitCode;
        }
        catch (OperationCanceledException) when (element.Job is not null)
        {
            Say(Stopped(element.Job, cells));
            throw;
        }
    }

    private int SideBySide(IReadOnlyList<SweepCell> cells, CancellationToken cancellation)
    {
        var options = new PoolOptions { Jobs = cells.Count, Program = ThisProgram.Command() };
        // What failed beside others since somebody asked for it would fail again whenever the job comes back.
        var before = CellStandings.Of(sweep, cells).Where(s => s.State is not (CellState.Failed or CellState.Damaged) || s.Record.Error is null).ToList();
        if (before.TrueForAll(s => s.HasEnded) && before.Count < cells.Count)
            return ExitCode.RunFailed;
        var ended = new ProcessPool(sweep, options, new ElementLines(Say)).Run(before, cancellation);
        return SweepLines.ExitCodeOf(CellStandings.Of(sweep, cells), ended);
    }

    private string Stopped(string job, IReadOnlyList<SweepCell> cells)
    {
        try
        {
            return new JobStop(sweep, context.Slurm(), element.SignalSeconds, element.MaxTimeouts).Handle(job, cells);
        }
        catch (Exception refused) when (refused is SweepException or ResultsException or IOException or UnauthorizedAccessException or RegexMatchTimeoutException)
        {
            // The state of the cells is saved; whoever watches the sweep submits them again.
            return string.Join(Environment.NewLine, ErrorReport.Describe(refused));
        }
    }

    private void Say(string text) => context.Screen.Profile.Out.Writer.WriteLine($"[element {element.Element + element.Offset}] {text}");
}
