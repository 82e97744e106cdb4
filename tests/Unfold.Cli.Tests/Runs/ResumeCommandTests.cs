using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Cli.Tests;

/// <summary><c>unfold resume</c> goes on with every run that it is given, and with each alone.</summary>
public sealed class ResumeCommandTests(TrainedRuns runs) : IClassFixture<TrainedRuns>
{
    [SkippableFact]
    public void Two_folders_of_one_cell_and_seed_are_two_runs_and_a_damaged_one_is_its_own_matter()
    {
        // Each is refused for its threads: whichever is not taken up says nothing.
        var (first, second, damaged) = (runs.Copy(runs.Stopped), runs.Copy(runs.Stopped), runs.Copy(runs.Stopped));
        File.WriteAllText(Path.Combine(damaged, RunFiles.Status), "{ \"state\": ");
        var result = runs.Unfold("resume", damaged, Path.Combine(runs.Root, "nowhere"), first, second, "--threads", "2", "--json");
        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Empty(JObject.Parse(result.Output)["results"]!);
        var refusals = result.Error.Split('\n').Where(l => l.Contains("UFR016", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, refusals.Count);
        Assert.Contains(first, refusals[0], StringComparison.Ordinal);
        Assert.Contains(second, refusals[1], StringComparison.Ordinal);
        Assert.Contains("the number of threads was 1, and is 2", refusals[0], StringComparison.Ordinal);
        Assert.Contains("error UFR003: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("error UFR005: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_run_is_shown_and_not_repeated()
    {
        var result = runs.Unfold("resume", Path.GetRelativePath(runs.OutFolder, runs.Completed), Path.GetRelativePath(runs.Root, runs.Completed));
        Assert.True(result.ExitCode == ExitCode.Done, result.Text);
        Assert.Equal(2, result.Error.Split('\n').Count(l => l.Contains("finished before, not repeated", StringComparison.Ordinal)));
        Assert.Contains("trained", result.Output, StringComparison.Ordinal);
    }
}
