using System.Diagnostics;

namespace Unfold.Reliability.Tests;

/// <summary>The built command line while it runs.</summary>
internal sealed class UnfoldProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private UnfoldProcess(Process process)
    {
        _process = process;
        (_output, _error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it said, on both streams; waits for its end.</summary>
    public string Said => _output.GetAwaiter().GetResult() + _error.GetAwaiter().GetResult();

    /// <summary>Starts it in a folder.</summary>
    public static UnfoldProcess Start(string folder, params string[] arguments) => Start(folder, "dotnet", [BuiltProgram.Path, .. arguments]);

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
    public void Send(int signal) => Signals.Send(Id, signal);

    /// <summary>Waits for its end, but no longer than this.</summary>
    /// <returns>Whether it has ended.</returns>
    public bool WaitFor(TimeSpan most) => _process.WaitForExit(most);

    /// <summary>Waits for its end.</summary>
    public ProcessEnd End()
    {
        _process.WaitForExit();
        return new ProcessEnd(_process.ExitCode, Said);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static UnfoldProcess Start(string folder, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["UNFOLD_PLUGINS"] = BuiltProgram.Plugin;
        // Killed processes would leave its sockets in the temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new UnfoldProcess(Process.Start(start)!);
    }
}
