using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>One cell in this process, unless it has ended, is another's, or waits for its teachers.</summary>
internal static class SingleCell
{
    /// <returns>The exit code.</returns>
    /// <exception cref="SweepException">UFS009: a teacher of it has not ended.</exception>
    /// <exception cref="OperationCanceledException">Stopped on request.</exception>
    public static int Run(CliContext context, SweepFolder sweep, SweepCell cell, CancellationToken cancellation)
    {
        // Before any plugin is looked for: many elements of an array that was submitted again have nothing to do.
        var standing = CellStandings.Of(sweep, [cell])[0];
        if (standing.HasEnded)
            return Say($"{standing.State.ToString().ToLowerInvariant()} before; nothing is left to do", ExitCode.Done);
        if (standing is { State: CellState.Running, Run.Owner: { } owner })
            return Say($"process {owner.Pid} on {owner.Host} works on it", ExitCode.Locked);
        // What is not trained yet may be later: nothing is recorded.
        if (CellStandings.Of(sweep, [.. cell.After.Select(sweep.Cell)]).FirstOrDefault(t => !t.HasEnded) is { } teacher)
            throw new SweepException("UFS009", $"{CellRun.Label(cell)} learns from {CellRun.Label(teacher.Cell)}, which has not ended ({teacher.State.ToString().ToLowerInvariant()})", "it is begun when that has: by the same command, or 'unfold sweep watch'");
        return new CellRun(context, context.OpenHost(), sweep, cell).Run(cancellation);

        int Say(string text, int exitCode)
        {
            context.Screen.Profile.Out.Writer.WriteLine($"[{CellRun.Label(cell)}] {text}");
            return exitCode;
        }
    }
}
