namespace Unfold.Results.Tests;

public sealed class RunDirectoryTests : IDisposable
{
    private static readonly RunKey Key = new("paper/demo", "a", 7, Specimen.Hash);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_has_a_folder_of_experiment_variant_seed_and_identity_and_is_found_when_it_is_finished()
    {
        using var run = RunDirectory.Open(_folder.Path, Key, "{}\n");
        Assert.Equal(_folder["paper", "demo", "a", "7-aaaaaaaaaaaa"], run.Folder);
        Assert.Null(RunFolders.FindFinished(_folder.Path, Key));
        run.Write(RunFiles.Results, Specimen.Run("a", 1, 7));
        Assert.Equal(run.Folder, RunFolders.FindFinished(_folder.Path, Key));
    }

    [Fact]
    public void An_unfinished_run_is_gone_on_with_and_a_finished_one_gets_a_neighbour()
    {
        string first;
        using (var run = RunDirectory.Open(_folder.Path, Key, "{}\n"))
        {
            run.Append(new MetricRecord(1, 1, Specimen.Metrics()));
            run.Write(RunFiles.Results, Specimen.Run("a", 1, 7, status: RunStatus.Failed));
            first = run.Folder;
        }

        using (var again = RunDirectory.Open(_folder.Path, Key, "{ \"other\": 1 }\n"))
        {
            Assert.Equal(first, again.Folder);
            Assert.True(again.MetricsLength > 0);
            Assert.Equal("{}\n", File.ReadAllText(Path.Combine(first, RunFiles.Spec)));
            again.Write(RunFiles.Results, Specimen.Run("a", 1, 7));
        }

        using var neighbour = RunDirectory.Open(_folder.Path, Key, "{}\n");
        Assert.Equal(first + "-2", neighbour.Folder);
        Assert.Equal(first, RunFolders.FindFinished(_folder.Path, Key));
    }

    [Fact]
    public void A_run_that_diverged_has_ended_and_one_that_failed_has_not()
    {
        Specimen.Store(_folder.Path, Key, Specimen.Run("a", 1, 7, status: RunStatus.Failed));
        Assert.Null(RunFolders.FindEnded(_folder.Path, Key));
        var diverged = Specimen.Store(_folder.Path, Key, Specimen.Run("a", 1, 7, status: RunStatus.Diverged));
        Assert.Null(RunFolders.FindFinished(_folder.Path, Key));
        Assert.Equal(diverged, RunFolders.FindEnded(_folder.Path, Key));
    }

    [Fact]
    public void A_run_that_starts_over_leaves_nothing_but_its_spec_and_its_lock()
    {
        using var run = RunDirectory.Open(_folder.Path, Key, "{}\n");
        run.Append(new MetricRecord(1, 1, Specimen.Metrics()));
        run.Write(RunFiles.LastCheckpoint, "half a run");
        run.Log("training");
        run.Write(RunFiles.Results, Specimen.Run("a", 1, 7, status: RunStatus.Diverged));
        run.StartOver("{ \"other\": 1 }\n");
        Assert.Equal([RunFiles.Lock, RunFiles.Spec], Directory.GetFileSystemEntries(run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("{ \"other\": 1 }\n", File.ReadAllText(Path.Combine(run.Folder, RunFiles.Spec)));
        Assert.False(run.HasCheckpoint);
        Assert.True(run.Beat());
    }

    [Fact]
    public void A_folder_that_is_given_up_is_gone_where_it_was_made_and_stays_where_it_was_there()
    {
        using (var made = RunDirectory.Open(_folder.Path, Key, "{}\n"))
            made.Discard();
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));

        var folder = Specimen.Store(_folder.Path, Key, Specimen.Run("a", 1, 7, status: RunStatus.Failed));
        using (var found = RunDirectory.Open(_folder.Path, Key, "{}\n"))
            found.Discard();
        Assert.Equal([RunFiles.Results, RunFiles.Spec], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_killed_process_left_behind_is_swept_and_its_lock_taken_over_is_logged()
    {
        var folder = Specimen.Store(_folder.Path, Key, Specimen.Run("a", 1, 7, status: RunStatus.Failed));
        File.WriteAllText(Path.Combine(folder, "status.json.x.tmp"), "half");
        File.WriteAllText(Path.Combine(folder, RunFiles.Lock), ResultsJson.Line(LockOwner.Me() with { Started = "0" }) + "\n");
        using var run = RunDirectory.Open(folder);
        Assert.False(File.Exists(Path.Combine(folder, "status.json.x.tmp")));
        Assert.Contains("left its lock behind", File.ReadAllText(Path.Combine(folder, RunFiles.Log)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_another_took_over_is_not_written_any_more()
    {
        using var run = RunDirectory.Open(_folder.Path, Key, "{}\n");
        File.Delete(Path.Combine(run.Folder, RunFiles.Lock));
        Assert.False(run.Beat());
        Assert.Equal("UFR013", Assert.Throws<ResultsException>(() => run.Write(RunFiles.Status, "{}")).Code);
        Assert.Equal("UFR013", Assert.Throws<ResultsException>(() => run.Append(new MetricRecord(1, 1, Specimen.Metrics()))).Code);
        Assert.False(File.Exists(Path.Combine(run.Folder, RunFiles.Status)));
    }

    [Fact]
    public void A_stored_run_is_read_as_it_was_written()
    {
        using var run = RunDirectory.Open(_folder.Path, Key, "{}\n");
        run.Append(new MetricRecord(0, 0, Specimen.Metrics((MetricNames.ValidationPsnr, 12.5))));
        run.Append(new MetricRecord(9, 1, Specimen.Metrics((MetricNames.ValidationPsnr, double.NaN))));
        run.Write(RunFiles.Results, Specimen.Run("a", 0.1, 7));
        var stored = StoredRun.Read(run.Folder);
        Assert.Equal([12.5, double.NaN], stored.Metrics.Select(m => m.Metrics[MetricNames.ValidationPsnr]));
        Assert.Equal(0.1, stored.Result.Metrics[MetricNames.TestMse]);
        Assert.Null(stored.Environment);
    }

    [Fact]
    public void Damaged_or_missing_results_are_said_to_be_damaged()
    {
        using var run = RunDirectory.Open(_folder.Path, Key, "{}\n");
        Assert.Equal("UFR003", Assert.Throws<ResultsException>(() => StoredRun.Read(run.Folder)).Code);
        run.Write(RunFiles.Results, "{ \"schema\": 1, \"experiment\": \"de");
        var error = Assert.Throws<ResultsException>(() => StoredRun.Read(run.Folder));
        Assert.Equal("UFR003", error.Code);
        Assert.Contains(run.Folder, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_line_of_the_metrics_is_named()
    {
        using var run = RunDirectory.Open(_folder.Path, Key, "{}\n");
        run.Write(RunFiles.Results, Specimen.Run("a", 1, 7));
        run.Append(new MetricRecord(0, 0, Specimen.Metrics()));
        File.AppendAllText(Path.Combine(run.Folder, RunFiles.Metrics), "{ \"step\": 1\n");
        Assert.Contains("metrics.jsonl(2)", Assert.Throws<ResultsException>(() => StoredRun.Read(run.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_latest_run_of_each_variant_and_seed_is_taken()
    {
        Specimen.Store(_folder.Path, Key, Specimen.Run("a", 1, 7));
        var again = Specimen.Store(_folder.Path, Key, Specimen.Run("a", 2, 7));
        File.SetLastWriteTimeUtc(Path.Combine(again, RunFiles.Results), DateTime.UtcNow.AddMinutes(1));
        Specimen.Store(_folder.Path, Key with { Seed = 3 }, Specimen.Run("a", 3, 3));
        Assert.Equal([(3, 3.0), (7, 2.0)], RunCollection.Latest(_folder.Path, "paper/demo").Select(r => (r.Result.Seed, r.Result.Metrics[MetricNames.TestMse])));
        Assert.Equal("UFR005", Assert.Throws<ResultsException>(() => RunCollection.Latest(_folder.Path, "other")).Code);
    }
}
