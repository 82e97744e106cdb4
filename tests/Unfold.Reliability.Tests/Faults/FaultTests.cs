using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>A component that misbehaves ends its own run, which says whose fault it was; the experiment's other runs are trained.</summary>
public sealed class FaultTests : IDisposable
{
    // What a container with little memory would leave.
    private const long Kibibytes = 3L << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_component_throws() => Check(FaultySpec.Throwing, "UFT003", "the plugin threw");

    [Fact]
    public void A_component_does_not_return() => Check(FaultySpec.Hanging, "UFT015", "nothing was finished");

    [Fact]
    public void A_component_allocates_without_end() => Check(FaultySpec.Eating, "UFT016", "memory");

    private void Check(FaultySpec faulty, string code, string says)
    {
        File.WriteAllText(_folder["x.json"], FaultySpec.Json("faulty", faulty));
        using var process = UnfoldProcess.StartWithin(Kibibytes, _folder.Path, "run", "x.json", "--threads", "1", "--out", _folder["out"]);
        var end = process.End();
        ChaosReport.Row($"plugin, {faulty.By}", $"exit code {end.ExitCode}");
        Assert.True(end.ExitCode == 1, $"{end}");
        Assert.Equal(RunStatus.Completed, Result("before").Status);
        Assert.Equal(RunStatus.Completed, Result("later").Status);
        var result = Result("faulty");
        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.StartsWith(code, result.Error, StringComparison.Ordinal);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
        // The assembly.
        Assert.Contains("of Chaos", result.Error, StringComparison.Ordinal);
    }

    private RunResult Result(string variant) => StoredRun.Read(Directory.GetDirectories(_folder["out", "x", variant]).Single()).Result;
}
