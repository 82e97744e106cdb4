using Spectre.Console;
using Unfold.Cli.Series;
using Unfold.Engine.Optimizers;
using Unfold.Hosting;
using Unfold.Sweeps;

namespace Unfold.Cli;

/// <summary>What commands work with: documents go to <see cref="Out"/>, everything else to <see cref="Screen"/>, which draws on stderr.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Screen">The console on standard error.</param>
/// <param name="Search">Where plugins are looked for.</param>
internal sealed record CliContext(TextWriter Out, IAnsiConsole Screen, PluginSearch Search)
{
    /// <summary>Whether errors that nobody foresaw show their stack trace.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>Whether it is of a process of its own, which may be replaced.</summary>
    public bool IsProcess { get; init; }

    /// <summary>What the command has done so far.</summary>
    public RunSession Session { get; init; } = new();

    /// <summary>Requests to stop; commands that take long listen to them.</summary>
    public StopSignals Stop { get; init; } = new();

    public static CliContext OfThisProcess() => new(
        Console.Out,
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
        PluginSearch.OfThisProgram(typeof(Adam).Assembly))
    {
        IsProcess = true,
        Session = RunSession.OfThisProcess(),
    };

    /// <summary>Finds the cluster.</summary>
    /// <exception cref="SweepException">UFS011: there is none here.</exception>
    public Func<ISlurm> Slurm { get; init; } = () => SlurmCommands.Find();

    /// <summary>What every command does first that works for long: it listens to requests to stop, and keeps within the memory there is.</summary>
    public CancellationToken StartTraining()
    {
        MemoryLimit.Set();
        return Stop.Listen();
    }

    /// <summary>Finds the plugins.</summary>
    /// <param name="isLocked">Whether all of them must be as the lock says.</param>
    /// <exception cref="UnfoldException">UFP022: they are not.</exception>
    public PluginHost OpenHost(bool isLocked = false)
    {
        var host = PluginHost.Open(Search);
        if (isLocked)
            PluginLockFile.Check(host.Plugins);
        return host;
    }
}
