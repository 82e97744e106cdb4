using System.Diagnostics;
using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>The process of a cell. What it has to say goes to the cell's log, by no pipe of this process: it outlives it, should this one be killed.</summary>
internal sealed class CellProcess : IDisposable
{
    private readonly Process _process;
    private readonly long _started = Stopwatch.GetTimestamp();

    private CellProcess(SweepCell cell, Process process, long logFrom) => (Cell, _process, Ended, LogFrom) = (cell, process, process.WaitForExitAsync(), logFrom);

    /// <summary>The cell.</summary>
    public SweepCell Cell { get; }

    /// <summary>Where in the cell's log its own lines begin.</summary>
    public long LogFrom { get; }

    /// <summary>Completes when the process has ended.</summary>
    public Task Ended { get; }

    /// <summary>Its exit code, when it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>How long ago it was started.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>Starts it.</summary>
    /// <exception cref="SweepException">UFS006: the program cannot be started.</exception>
    public static CellProcess Start(SweepFolder sweep, SweepCell cell, PoolOptions options)
    {
        var log = sweep.LogOf(cell);
        IReadOnlyList<string> command = [.. options.Program, "sweep", "cell", sweep.Path, cell.Index.ToString(CultureInfo.InvariantCulture), .. options.Arguments];
        // The shell opens the log and makes way for the program.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command.Skip(1))
            : new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", log, .. command]);
        // A terminal's keys are the pool's.
        start.RedirectStandardInput = true;
        // A thread of torch that waits must not spin on another cell's core.
        start.Environment.TryAdd("OMP_WAIT_POLICY", "passive");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(log)!);
            var from = new FileInfo(log) is { Exists: true } before ? before.Length : 0;
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return new CellProcess(cell, process, from);
        }
        catch (Exception refused) when (refused is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new SweepException("UFS006", $"no process can be started for cell {cell.Index.ToString(CultureInfo.InvariantCulture)}: {refused.Message}", $"check {log} and the machine's limits on processes (ulimit -u)", refused);
        }
    }

    /// <summary>Asks it to save its state and end.</summary>
    public void Stop() => ProcessSignal.Stop(_process);

    public void Dispose() => _process.Dispose();
}
