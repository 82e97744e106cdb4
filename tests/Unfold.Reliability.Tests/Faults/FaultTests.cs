using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>A component that misbehaves ends its own run, which says whose fault it was; the experiment's other runs are trained.</summary>
public sealed class FaultTests : IDisposable
{
    // As in a container with little memory.
    private const long Kibibytes = 2L << 20;

    // Longer than anything takes on a busy machine.
    private const double StallMinutes = 0.15;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void Components_misbehave()
    {
        File.WriteAllText(_folder["x.json"], FaultySpec.Json(StallMinutes));
        using var process = UnfoldProcess.StartWithin(Kibibytes, _folder.Path, "run", "x.json", "--threads", "1", "--out", _folder["out"]);
        var end = process.End();
        ChaosReport.Row("misbehaving plugins", $"{FaultySpec.Faults.Count} variants ({string.Join(", ", FaultySpec.Faults)}) among two good ones: exit code {end.ExitCode}, {FaultySpec.Faults.Count(f => Result(f)?.Status == RunStatus.Failed)} failed, {((string[])["before", "later"]).Count(f => Result(f)?.Status == RunStatus.Completed)} completed");
        Assert.True(end.ExitCode == 1, $"{end}");
        Assert.Equal(RunStatus.Completed, Result("before")?.Status);
        Assert.Equal(RunStatus.Completed, Result("later")?.Status);
        AssertFailed("throwing", "UFT003", "the plugin threw");
        AssertFailed("hanging", "UFT015", "nothing was finished");
        AssertFailed("eating", "UFT016", "allocate memory");
        AssertFailed("hoarding", "UFT016", "OutOfMemoryException");
    }

    private void AssertFailed(string fault, string code, string says)
    {
        var result = Result(fault);
        Assert.Equal(RunStatus.Failed, result?.Status);
        Assert.StartsWith(code, result?.Error, StringComparison.Ordinal);
        Assert.Contains(says, result?.Error, StringComparison.Ordinal);
        // Whose fault it was: component and assembly.
        Assert.Contains("chaos-loss", result?.Error, StringComparison.Ordinal);
        Assert.Contains("of Chaos", result?.Error, StringComparison.Ordinal);
    }

    private RunResult? Result(string variant) => Directory.Exists(_folder["out", "x", variant]) && Directory.GetDirectories(_folder["out", "x", variant]) is [var run] && File.Exists(Path.Combine(run, RunFiles.Results))
        ? StoredRun.Read(run).Result
        : null;
}
