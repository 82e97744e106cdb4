namespace Unfold.Results.Tests;

public sealed class RunDirectoryTests : IDisposable
{
    private static readonly RunKey Key = new("paper/demo", "a", 7, Specimen.Hash);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_has_a_folder_of_experiment_variant_seed_and_identity_and_is_found_when_it_is_finished()
    {
        var run = RunDirectory.Create(_folder.Path, Key, "{}\n");
        Assert.Equal(_folder["paper", "demo", "a", "7-aaaaaaaaaaaa"], run.Folder);
        Assert.Null(RunDirectory.FindFinished(_folder.Path, Key));
        run.Write(RunFiles.Results, Specimen.Run("a", 1, 7));
        Assert.Equal(run.Folder, RunDirectory.FindFinished(_folder.Path, Key));
    }

    [Fact]
    public void An_unfinished_run_is_replaced_and_a_finished_one_gets_a_neighbour()
    {
        var first = RunDirectory.Create(_folder.Path, Key, "{}\n");
        first.Append(new MetricRecord(1, 1, Specimen.Metrics()));
        first.Write(RunFiles.Results, Specimen.Run("a", 1, 7, status: RunStatus.Diverged));
        var second = RunDirectory.Create(_folder.Path, Key, "{}\n");
        Assert.Equal(first.Folder, second.Folder);
        Assert.Equal([RunFiles.Spec], Directory.GetFiles(second.Folder).Select(Path.GetFileName));

        second.Write(RunFiles.Results, Specimen.Run("a", 1, 7));
        var third = RunDirectory.Create(_folder.Path, Key, "{}\n");
        Assert.Equal(second.Folder + "-2", third.Folder);
        Assert.Equal(second.Folder, RunDirectory.FindFinished(_folder.Path, Key));
    }

    [Fact]
    public void A_stored_run_is_read_as_it_was_written()
    {
        var run = RunDirectory.Create(_folder.Path, Key, "{}\n");
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
        var run = RunDirectory.Create(_folder.Path, Key, "{}\n");
        Assert.Equal("UFR003", Assert.Throws<ResultsException>(() => StoredRun.Read(run.Folder)).Code);
        run.Write(RunFiles.Results, "{ \"schema\": 1, \"experiment\": \"de");
        var error = Assert.Throws<ResultsException>(() => StoredRun.Read(run.Folder));
        Assert.Equal("UFR003", error.Code);
        Assert.Contains(run.Folder, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_line_of_the_metrics_is_named()
    {
        var run = RunDirectory.Create(_folder.Path, Key, "{}\n");
        run.Write(RunFiles.Results, Specimen.Run("a", 1, 7));
        run.Append(new MetricRecord(0, 0, Specimen.Metrics()));
        File.AppendAllText(Path.Combine(run.Folder, RunFiles.Metrics), "{ \"step\": 1\n");
        Assert.Contains("metrics.jsonl(2)", Assert.Throws<ResultsException>(() => StoredRun.Read(run.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_latest_run_of_each_variant_and_seed_is_taken()
    {
        RunDirectory.Create(_folder.Path, Key, "{}\n").Write(RunFiles.Results, Specimen.Run("a", 1, 7));
        var again = RunDirectory.Create(_folder.Path, Key, "{}\n");
        again.Write(RunFiles.Results, Specimen.Run("a", 2, 7));
        File.SetLastWriteTimeUtc(Path.Combine(again.Folder, RunFiles.Results), DateTime.UtcNow.AddMinutes(1));
        RunDirectory.Create(_folder.Path, Key with { Seed = 3 }, "{}\n").Write(RunFiles.Results, Specimen.Run("a", 3, 3));
        Assert.Equal([(3, 3.0), (7, 2.0)], RunCollection.Latest(_folder.Path, "paper/demo").Select(r => (r.Result.Seed, r.Result.Metrics[MetricNames.TestMse])));
        Assert.Equal("UFR005", Assert.Throws<ResultsException>(() => RunCollection.Latest(_folder.Path, "other")).Code);
    }
}
