using System.Diagnostics;
using BenchmarkDotNet.Attributes;

namespace Unfold.Bench;

/// <summary>How long the commands that only look take, from the start of the process to its end.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(10)]
[InvocationCount(1)]
public class StartupBenchmark
{
    private string _cli = "";

    [Params("list", "plugins list", "doctor")]
    public string Command { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _cli = BuiltFolders.Cli();
    }

    [Benchmark]
    public int Run()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [_cli, .. Command.Split(' ')])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
