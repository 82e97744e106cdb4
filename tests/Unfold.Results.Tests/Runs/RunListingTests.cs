namespace Unfold.Results.Tests;

public sealed class RunListingTests : IDisposable
{
    private static readonly LockOwner Dead = LockOwner.Me() with { Started = "0" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(RunStatus.Completed, RunStatus.Completed, ListedState.Completed)]
    [InlineData(RunStatus.Completed, RunStatus.Running, ListedState.Completed)]
    [InlineData(RunStatus.Completed, null, ListedState.Completed)]
    [InlineData(RunStatus.Diverged, RunStatus.Running, ListedState.Diverged)]
    [InlineData(RunStatus.Failed, RunStatus.Failed, ListedState.Failed)]
    [InlineData(RunStatus.Failed, null, ListedState.Failed)]
    [InlineData(RunStatus.Failed, RunStatus.Running, ListedState.Lost)]
    [InlineData(null, RunStatus.Interrupted, ListedState.Interrupted)]
    [InlineData(null, RunStatus.Running, ListedState.Lost)]
    [InlineData(null, null, ListedState.Lost)]
    [InlineData(null, RunStatus.Completed, ListedState.Damaged)]
    public void The_state_is_that_of_results_status_and_lock_together(RunStatus? result, RunStatus? status, ListedState listed)
    {
        Store(Key(), result, status);
        var run = Assert.Single(RunListing.Of(_folder.Path));
        Assert.Equal(listed, run.State);
        Assert.Equal(("paper/demo", "a", 7, "paper/demo/a/7-aaaaaaaaaaaa"), (run.Experiment, run.Name, run.Seed, run.Folder));
        Assert.Equal(listed == ListedState.Completed ? 31.5 : null, run.TestPsnr);
    }

    [Fact]
    public void A_run_that_somebody_works_on_is_running_whatever_it_said_before()
    {
        var folder = Store(Key(), null, RunStatus.Interrupted);
        File.WriteAllText(Path.Combine(folder, RunFiles.Lock), ResultsJson.Line(Dead) + "\n");
        Assert.Equal(ListedState.Interrupted, Assert.Single(RunListing.Of(_folder.Path)).State);
        File.Delete(Path.Combine(folder, RunFiles.Lock));
        using var held = RunLock.Take(folder);
        var run = Assert.Single(RunListing.Of(_folder.Path));
        Assert.Equal((ListedState.Running, (int?)Environment.ProcessId, false), (run.State, run.Owner?.Pid, run.CanGoOn));
    }

    [Fact]
    public void Steps_attempts_and_the_heartbeat_are_those_of_the_status()
    {
        Store(Key(), null, RunStatus.Interrupted);
        var run = Assert.Single(RunListing.Of(_folder.Path));
        Assert.Equal((3L, 8L, 2), (run.Step, run.Steps, run.Attempts));
        Assert.Equal(new DateTime(2026, 11, 25, 5, 0, 0, DateTimeKind.Utc), run.Seen);
        Assert.True(run.CanGoOn);
    }

    [Theory]
    [InlineData(RunFiles.Status, "{ \"schema\": 1, \"sta")]
    [InlineData(RunFiles.Status, "{ \"state\": \"dancing\" }")]
    [InlineData(RunFiles.Results, "{ \"schema\": 1, \"experiment\": \"de")]
    [InlineData(RunFiles.Results, "{}")]
    [InlineData(RunFiles.Results, "")]
    [InlineData(RunFiles.Results, "[]")]
    [InlineData(RunFiles.Results, "\0\0\0")]
    public void A_damaged_folder_is_listed_with_the_reason_beside_the_others(string file, string text)
    {
        var folder = Store(Key(), RunStatus.Completed, RunStatus.Completed);
        Store(Key(seed: 8), RunStatus.Completed, RunStatus.Completed);
        File.WriteAllText(Path.Combine(folder, file), text);
        Assert.Equal([ListedState.Damaged, ListedState.Completed], RunListing.Of(_folder.Path).Select(r => r.State));
        var damaged = RunListing.Of(_folder.Path)[0];
        Assert.StartsWith($"{file} cannot be read: ", damaged.Error, StringComparison.Ordinal);
        Assert.Equal(("paper/demo", "a", 7), (damaged.Experiment, damaged.Name, damaged.Seed));
    }

    [Fact]
    public void An_empty_folder_of_a_run_is_damaged_and_one_without_any_is_none()
    {
        Directory.CreateDirectory(_folder["x", "a", "0-bbbbbbbbbbbb"]);
        Directory.CreateDirectory(_folder["x", "b"]);
        var run = Assert.Single(RunListing.Of(_folder.Path));
        Assert.Equal((ListedState.Damaged, "x", "a", 0), (run.State, run.Experiment, run.Name, run.Seed));
    }

    [Fact]
    public void Temporary_folders_are_left_out_and_links_that_lead_up_are_not_followed()
    {
        Store(Key(), RunStatus.Completed, RunStatus.Completed);
        Directory.CreateDirectory(_folder["paper", "demo", "a", ".x3fgh"]);
        Directory.CreateDirectory(_folder[".hidden", "a", "0-bbbbbbbbbbbb"]);
        Directory.CreateSymbolicLink(_folder["paper", "loop"], _folder.Path);
        Assert.Single(RunListing.Of(_folder.Path));
    }

    [Fact]
    public void Runs_are_in_the_order_of_experiment_cell_seed_and_repetition()
    {
        foreach (var key in new[] { Key(seed: 10), Key(seed: 9), Key(seed: 9), Key("b", 1), Key("a", -2) })
            Store(key, RunStatus.Completed, RunStatus.Completed);
        Assert.Equal(
            ["a/-2-aaaaaaaaaaaa", "a/9-aaaaaaaaaaaa", "a/9-aaaaaaaaaaaa-2", "a/10-aaaaaaaaaaaa", "b/1-aaaaaaaaaaaa"],
            RunListing.Of(_folder.Path).Select(r => r.Folder["paper/demo/".Length..]));
    }

    [Theory]
    [InlineData("paper/demo", 2)]
    [InlineData("paper/demo/a", 1)]
    [InlineData("paper", 2)]
    [InlineData("paper/demo/a/7-aaaaaaaaaaaa", 1)]
    [InlineData("demo.json", 0)]
    [InlineData("other", 0)]
    public void Only_runs_of_a_name_are_listed_where_one_is_given(string name, int runs)
    {
        Store(Key(), RunStatus.Completed, RunStatus.Completed);
        Store(Key("b"), RunStatus.Completed, RunStatus.Completed);
        Assert.Equal(runs, RunListing.Of(_folder.Path, name).Count);
        Assert.All(RunListing.Of(_folder.Path, name), r => Assert.StartsWith("paper/demo/", r.Folder, StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_of_an_older_Unfold_are_listed_too()
    {
        var folder = Store(Key(), null, null);
        File.WriteAllText(Path.Combine(folder, RunFiles.Status), "{ \"state\": \"cancelled\", \"step\": 5 }");
        var run = Assert.Single(RunListing.Of(_folder.Path));
        Assert.Equal((ListedState.Interrupted, 5L, null), (run.State, run.Step, run.Attempts));
        Assert.NotNull(run.Seen);
    }

    private static RunKey Key(string name = "a", int seed = 7) => new("paper/demo", name, seed, Specimen.Hash);

    private string Store(RunKey key, RunStatus? result, RunStatus? status)
    {
        using var run = RunDirectory.Open(_folder.Path, key, "{}\n");
        if (result is { } ended)
            run.Write(RunFiles.Results, Specimen.Run(key.Name, 1, key.Seed, status: ended) with { Experiment = key.Experiment, Metrics = Specimen.Metrics((MetricNames.TestMse, double.NaN), (MetricNames.TestPsnr, 31.5)) });
        if (status is { } state)
        {
            run.Write(RunFiles.Status, new RunState
            {
                State = state,
                Step = 3,
                Steps = 8,
                Heartbeat = "2026-11-25T05:00:00Z",
                Attempts = 2,
                Run = new RunDescription { Experiment = key.Experiment, Variant = key.Name, Seed = key.Seed, SpecSha256 = Specimen.Hash, Sha256 = Specimen.Hash },
            });
        }

        return run.Folder;
    }
}
