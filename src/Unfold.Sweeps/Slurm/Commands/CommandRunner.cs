using System.ComponentModel;
using System.Diagnostics;

namespace Unfold.Sweeps;

/// <summary>Runs commands without a shell, and stops those that do not answer: a controller that is down keeps its clients waiting.</summary>
internal sealed class CommandRunner(IReadOnlyDictionary<string, string?> environment, TimeSpan timeout)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    public TimeSpan Timeout => timeout;

    public CommandResult Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        SlurmEnvironment.Clear(start.Environment);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            return Await(process);
        }
        catch (Win32Exception refused)
        {
            return new CommandResult(-1, "", $"{program}: {refused.Message}", TimedOut: false);
        }
    }

    private CommandResult Await(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var isTimely = process.WaitForExit(timeout);
        if (!isTimely)
            process.Kill(entireProcessTree: true);
        // A child that lives on may hold the pipes: what it writes is not waited for.
        var isWhole = Task.WaitAll([output, error], isTimely ? timeout : LastWords);
        return new CommandResult(
            isTimely ? process.ExitCode : -1,
            output.IsCompletedSuccessfully ? output.Result : "",
            error.IsCompletedSuccessfully ? error.Result : "",
            TimedOut: !isTimely || !isWhole);
    }
}
