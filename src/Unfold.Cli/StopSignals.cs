using System.Runtime.InteropServices;

namespace Unfold.Cli;

/// <summary>
/// The requests to stop: SIGTERM, SIGUSR1 (what a scheduler sends before it takes the machine away) and Ctrl-C. The first sets a flag, which every phase looks
/// at; a second Ctrl-C ends the process at once: what it was writing is written under another name.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registered = [];
    private int _interrupts;

    /// <summary>Set by the first request.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of what was stopped: 130 for Ctrl-C, 75 (EX_TEMPFAIL) for a request to come again.</summary>
    public int ExitCode { get; private set; } = Cli.ExitCode.Cancelled;

    /// <summary>What stopped it, in words.</summary>
    public string By { get; private set; } = "cancelled";

    /// <summary>From now on requests set the flag, and no longer end the process.</summary>
    public CancellationToken Listen()
    {
        if (_registered.Count > 0)
            return Token;
        Register(PosixSignal.SIGINT, "SIGINT", Cli.ExitCode.Cancelled);
        Register(PosixSignal.SIGTERM, "SIGTERM", Cli.ExitCode.Stopped);
        // By its number: .NET has no name for it. Windows has no such signal.
        if (!OperatingSystem.IsWindows())
            Register((PosixSignal)(OperatingSystem.IsLinux() ? 10 : 30), "SIGUSR1", Cli.ExitCode.Stopped);
        return Token;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registered)
            registration.Dispose();
        _registered.Clear();
    }

    private void Register(PosixSignal signal, string name, int exitCode) => _registered.Add(PosixSignalRegistration.Create(signal, context =>
    {
        // Without being cancelled, the signal does what it does to a process that does not know it.
        context.Cancel = signal != PosixSignal.SIGINT || Interlocked.Increment(ref _interrupts) == 1;
        if (_source.IsCancellationRequested)
            return;
        (By, ExitCode) = ($"stopped by {name}", exitCode);
        _source.Cancel();
    }));
}
