using System.Diagnostics;
using Unfold.Results;

namespace Unfold.Cli.Tests;

/// <summary>A run that completed, with a landscape, and one that was stopped, made once by the program itself.</summary>
public sealed class TrainedRuns : IDisposable
{
    private readonly Workplace _place = new();
    private string? _stopped;

    public TrainedRuns()
    {
        foreach (var arguments in new string[][] { ["run", "tiny.json", "--variant", "trained", "--threads", "1"], ["landscape", "tiny/trained", "--points", "3", "--eigenvalues", "0", "--threads", "1"] })
        {
            var result = _place.Unfold(arguments);
            Assert.True(result.ExitCode == ExitCode.Done, result.Text);
        }
    }

    public string Root => _place.Root;

    public string OutFolder => Path.Combine(Root, "runs");

    public string Completed => Assert.Single(Directory.GetDirectories(Path.Combine(OutFolder, "tiny", "trained")));

    /// <summary>With two checkpoints.</summary>
    public string Stopped => _stopped ??= Stop();

    public void Dispose() => _place.Dispose();

    internal ProgramResult Unfold(params string[] arguments) => _place.Unfold(arguments);

    internal ProgramResult UnfoldWithoutTorch(params string[] arguments) => _place.UnfoldWithoutTorch(arguments);

    /// <summary>A copy of a run that may be damaged, in a folder that has the names of the run.</summary>
    public string Copy(string run)
    {
        var copy = Path.Combine(Root, $"copy-{Guid.NewGuid():n}", Path.GetRelativePath(OutFolder, run));
        foreach (var file in Directory.GetFiles(run, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(run, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private string Stop()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(UnfoldProgram.Folder, "Unfold.Cli.dll"), "run", "tiny.json", "training.epochs=100000", "training.checkpointSteps=1", "--variant", "trained", "--threads", "1"])
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var saved = () => Directory.GetFiles(Path.Combine(Root, "runs"), "last-1.safetensors", SearchOption.AllDirectories).SingleOrDefault();
        var waited = Stopwatch.StartNew();
        while (saved() is null && waited.Elapsed < TimeSpan.FromMinutes(3) && !process.WaitForExit(100))
        {
            // It has not been trained for long enough yet.
        }

        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            kill.WaitForExit();
        process.WaitForExit();
        Assert.Equal(ExitCode.Stopped, process.ExitCode);
        var folder = Path.GetFullPath(Path.Combine(saved()!, "..", ".."));
        Assert.True(File.Exists(Path.Combine(folder, RunFiles.LastCheckpoint)));
        return folder;
    }
}
