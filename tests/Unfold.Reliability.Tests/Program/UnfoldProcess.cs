using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Unfold.Reliability.Tests;

/// <summary>The built command line while it runs.</summary>
internal sealed class UnfoldProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;
    private readonly BlockingCollection<string> _lines = [];

    private UnfoldProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = ReadLines(process.StandardError);
    }

    /// <summary>Starts it in a folder. Tests that a script starts in the background inherit that Ctrl-C is ignored, and so would it.</summary>
    public static UnfoldProcess Start(string folder, params string[] arguments) => Start(folder, "env", ["--default-signal=INT", "dotnet", BuiltProgram.Path, .. arguments]);

    /// <summary>Starts it in a folder with environment variables of its own.</summary>
    public static UnfoldProcess StartIn(IReadOnlyDictionary<string, string?> environment, string folder, params string[] arguments) =>
        Start(folder, "env", ["--default-signal=INT", "dotnet", BuiltProgram.Path, .. arguments], environment);

    /// <summary>Starts it with less memory for its data.</summary>
    public static UnfoldProcess StartWithin(long kibibytes, string folder, params string[] arguments) =>
        Start(folder, "sh", ["-c", "ulimit -d \"$0\"; exec dotnet \"$@\"", $"{kibibytes}", BuiltProgram.Path, .. arguments]);

    /// <summary>Runs it to its end.</summary>
    public static ProcessEnd Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return process.End();
    }

    /// <summary>Sends a signal.</summary>
    public void Send(int signal) => Signals.Send(_process.Id, signal);

    /// <summary>Stops it in its tracks, all of its threads.</summary>
    /// <returns>False where it has ended.</returns>
    public bool HoldStill()
    {
        Send(Signals.Stop);
        SpinWait.SpinUntil(() => _process.HasExited || IsStill());
        return !_process.HasExited;
    }

    /// <summary>Waits until it says something on standard error, and says it only once.</summary>
    /// <returns>False where it ended without saying it.</returns>
    public bool WaitForLine(string text) => _lines.GetConsumingEnumerable().Any(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits for its end, but no longer than this.</summary>
    /// <returns>Whether it has ended.</returns>
    public bool WaitFor(TimeSpan most) => _process.WaitForExit(most);

    /// <summary>Waits for its end.</summary>
    public ProcessEnd End()
    {
        _process.WaitForExit();
        return new ProcessEnd(_process.ExitCode, _output.GetAwaiter().GetResult() + _error.GetAwaiter().GetResult());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static UnfoldProcess Start(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["UNFOLD_PLUGINS"] = BuiltProgram.Plugin;
        // Killed processes would leave its sockets in the temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return new UnfoldProcess(Process.Start(start)!);
    }

    private bool IsStill()
    {
        try
        {
            return Directory.GetDirectories($"/proc/{_process.Id}/task").All(IsStill);
        }
        catch (IOException)
        {
            // It ended, or a thread of it.
            return false;
        }
    }

    // Field 3 of proc(5), behind the name, which may hold anything.
    private static bool IsStill(string thread)
    {
        var stat = File.ReadAllText($"{thread}/stat");
        return stat[stat.LastIndexOf(')') + 2] == 'T';
    }

    private async Task<string> ReadLines(StreamReader reader)
    {
        var all = new StringBuilder();
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            all.Append(line).Append('\n');
            _lines.Add(line);
        }

        _lines.CompleteAdding();
        return $"{all}";
    }
}
