using System.Diagnostics;

namespace Unfold.Bench;

/// <summary>The built command line, a process for each command.</summary>
/// <param name="folder">Where it is run.</param>
/// <param name="environment">Variables beside those of this process.</param>
internal sealed class CliProgram(string folder, IReadOnlyDictionary<string, string>? environment = null)
{
    /// <summary>Runs a command to its end.</summary>
    /// <returns>What it wrote, and how long it took from the start of the process.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public (string Output, string Error, double Seconds) Run(params string[] arguments) => Run("dotnet", [BuiltFolders.Cli(), .. arguments]);

    /// <summary>Runs another program in the same place.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public (string Output, string Error, double Seconds) Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (output, error.Result, clock.Elapsed.TotalSeconds)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{error.Result}");
    }

    /// <summary>The median time of a command in seconds; run once before it is timed.</summary>
    public double Median(int times, params string[] arguments)
    {
        Run(arguments);
        return Enumerable.Range(0, times).Select(_ => Run(arguments).Seconds).Order().ElementAt(times / 2);
    }
}
