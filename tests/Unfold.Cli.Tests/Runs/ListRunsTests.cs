using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Cli.Tests;

/// <summary>The command as a user runs it.</summary>
public sealed class ListRunsTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Runs_are_listed_a_line_each_and_by_state_and_experiment()
    {
        Store("tiny", 0, RunStatus.Completed);
        Store("tiny", 1, RunStatus.Failed);
        Store("paper/other", 0, RunStatus.Diverged);
        Directory.CreateDirectory(Path.Combine(_place.Root, "runs", "tiny", "a", "2-bbbbbbbbbbbb"));

        var all = _place.UnfoldWithoutTorch("list", "runs");
        Assert.True(all.ExitCode == ExitCode.Done, all.Text);
        Assert.Equal(["run", "paper/other/a/0-aaaaaaaaaaaa", "tiny/a/0-aaaaaaaaaaaa", "tiny/a/1-aaaaaaaaaaaa", "tiny/a/2-bbbbbbbbbbbb:"], Lines(all.Output).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[6]));
        Assert.Contains("1 failed, 1 completed, 1 diverged, 1 damaged; ", all.Error, StringComparison.Ordinal);
        Assert.Contains("unfold resume", all.Error, StringComparison.Ordinal);

        Assert.Equal(2, Lines(_place.UnfoldWithoutTorch("list", "runs", "tiny", "--state", "failed").Output).Length);
        var json = JObject.Parse(_place.UnfoldWithoutTorch("list", "runs", "--state", "completed", "--state", "diverged", "--out", "runs", "--json").Output);
        Assert.Equal(["diverged", "completed"], json["runs"]!.Select(r => (string)r["state"]!));
        Assert.Equal(31.5, (double)json["runs"]![1]!["testPsnr"]!);
    }

    [Fact]
    public void Nothing_is_no_error_and_a_state_that_is_none_is()
    {
        var none = _place.UnfoldWithoutTorch("list", "runs", "quikstart");
        Assert.Equal((ExitCode.Done, ""), (none.ExitCode, none.Output));
        Assert.Contains($"no runs in {Path.Combine(_place.Root, "runs", "quikstart")}", none.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, _place.UnfoldWithoutTorch("list", "runs", "--state", "dancing").ExitCode);
    }

    private static string[] Lines(string output) => output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private void Store(string experiment, int seed, RunStatus status)
    {
        using var run = RunDirectory.Open(Path.Combine(_place.Root, "runs"), new RunKey(experiment, "a", seed, new string('a', 64)), "{}\n");
        run.Write(RunFiles.Results, new RunResult
        {
            Experiment = experiment,
            Variant = "a",
            Seed = seed,
            SpecSha256 = new string('a', 64),
            Status = status,
            Metrics = new(StringComparer.Ordinal) { [MetricNames.TestPsnr] = 31.5 },
        });
    }
}
