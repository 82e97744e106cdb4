using Newtonsoft.Json.Linq;
using Unfold.Engine.Inspection;
using Unfold.Results;

namespace Unfold.Cli.Tests;

/// <summary>A run's folder is verified whole, by what the program wrote and what was done to it since.</summary>
public sealed class DoctorRunTests(TrainedRuns runs) : IClassFixture<TrainedRuns>
{
    [Fact]
    public void A_finished_run_with_a_landscape_is_whole_and_has_at_most_twelve_files()
    {
        var before = Snapshot(runs.Completed);
        Assert.InRange(before.Count, 10, 12);
        var result = runs.UnfoldWithoutTorch("doctor", "--run", runs.Completed);
        Assert.True(result.ExitCode == ExitCode.Done, result.Text);
        var lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), lines[..^1].Select(l => l[9..].TrimEnd()));
        Assert.All(lines[..^1], line => Assert.StartsWith("ok       ", line, StringComparison.Ordinal));
        Assert.Contains($"whole (completed): {before.Count} ok", lines[^1], StringComparison.Ordinal);
        Assert.Equal(before, Snapshot(runs.Completed));
    }

    [Fact]
    public void Damage_is_a_line_with_the_reason_and_exit_code_five_and_json_says_the_same()
    {
        var copy = runs.Copy(runs.Completed);
        File.WriteAllText(Path.Combine(copy, RunFiles.Results), "{ \"schema\": 1, ");
        var result = runs.UnfoldWithoutTorch("doctor", "--run", copy);
        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("damaged  results.json: UFR003: results.json cannot be read: ", result.Output, StringComparison.Ordinal);
        var json = JObject.Parse(runs.UnfoldWithoutTorch("doctor", "--run", Path.GetRelativePath(Path.Combine(copy, "..", "..", ".."), copy), "--out", Path.Combine(copy, "..", "..", ".."), "--json").Output);
        Assert.False((bool)json["isWhole"]!);
        Assert.Equal(RunFiles.Results, (string)Assert.Single(json["files"]!, f => (string)f["state"]! == "damaged")["file"]!);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_changed_byte_of_any_safetensors_file_is_noticed_wherever_it_is(bool isStopped)
    {
        var copy = runs.Copy(isStopped ? runs.Stopped : runs.Completed);
        foreach (var file in Directory.GetFiles(copy, "*.safetensors", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var at in new[] { 0, 9, 300, bytes.Length / 2, bytes.Length - 1 })
            {
                bytes[at] ^= 1;
                File.WriteAllBytes(file, bytes);
                AssertDamaged(copy, Path.GetRelativePath(copy, file), "UFR010");
                bytes[at] ^= 1;
            }

            File.WriteAllBytes(file, bytes);
        }

        Assert.True(RunInspector.Inspect(copy).IsWhole);
    }

    [Theory]
    [InlineData(RunFiles.Spec)]
    [InlineData(RunFiles.Environment)]
    [InlineData(RunFiles.Results)]
    [InlineData(RunFiles.Metrics)]
    [InlineData(RunFiles.Images)]
    [InlineData(RunFiles.TestImages)]
    [InlineData(RunFiles.Parameters)]
    public void A_file_that_a_completed_run_must_have_is_missed(string file)
    {
        var copy = runs.Copy(runs.Completed);
        File.Delete(Path.Combine(copy, file));
        AssertDamaged(copy, file, "it is missing");
    }

    [Theory]
    [InlineData(RunFiles.Spec, "\"layers\": 2", "\"layers\": 3", "its SHA-256 is")]
    [InlineData(RunFiles.Results, "\"specSha256\": \"", "\"specSha256\": \"0", "its specSha256 is")]
    [InlineData(RunFiles.Results, "\"seed\": 0", "\"seed\": 1", "its seed is 1, and that of status.json 0")]
    [InlineData(RunFiles.Results, "\"parametersSha256\": \"", "\"parametersSha256\": \"0", null)]
    [InlineData(RunFiles.Status, "\"sha256\": \"", "\"sha256\": \"0", "its run.sha256 is 0")]
    [InlineData(RunFiles.Environment, "\"datasetSha256\"", "\"dataset\"", "it has no datasetSha256")]
    [InlineData(RunFiles.Landscape, "\"parametersSha256\": \"", "\"parametersSha256\": \"0", "around other parameters")]
    [InlineData(RunFiles.TestImages, "\n1,", "\n1,1", "its means are not")]
    [InlineData(RunFiles.Images, "\"height\": ", "\"height\": 1", "pixels each")]
    [InlineData(RunFiles.Metrics, "\"epoch\":1", "\"epoch\":0", "it ends at epoch 0")]
    public void What_contradicts_another_file_is_damaged(string file, string before, string after, string? reason)
    {
        var copy = runs.Copy(runs.Completed);
        Replace(Path.Combine(copy, file), before, after);
        // Which parameters results mean decides about theirs.
        AssertDamaged(copy, reason is null ? RunFiles.Parameters : file, reason ?? "its parameters' SHA-256 is");
    }

    [Theory]
    [InlineData("seed", 3)]
    [InlineData("hash", 0)]
    public void A_folder_whose_name_is_of_another_run_is_told(string what, int seed)
    {
        var copy = runs.Copy(runs.Completed);
        var renamed = Path.Combine(Path.GetDirectoryName(copy)!, what == "seed" ? $"{seed}{Path.GetFileName(copy)[1..]}" : "0-0123456789ab");
        Directory.Move(copy, renamed);
        AssertDamaged(renamed, RunFiles.Results, what == "seed" ? "that of the folder's name 3" : "the folder's name says 0123456789ab");
    }

    [Fact]
    public void A_copy_elsewhere_and_files_that_nothing_depends_on_are_notes()
    {
        var copy = Path.Combine(runs.Root, "backup");
        Directory.Move(runs.Copy(runs.Completed), copy);
        File.WriteAllText(Path.Combine(copy, RunFiles.Lock), ResultsJson.Line(LockOwner.Me() with { Started = "0" }) + "\n");
        File.WriteAllText(Path.Combine(copy, "status.json.abc.tmp"), "half");
        File.WriteAllText(Path.Combine(copy, "thoughts.txt"), "mine");
        File.AppendAllText(Path.Combine(copy, RunFiles.Metrics), "{\"step\":");
        File.Delete(Path.Combine(copy, RunFiles.Log));
        var found = RunInspector.Inspect(copy);
        Assert.True(found.IsWhole);
        Assert.Equal(
            [RunFiles.Metrics, RunFiles.Results, RunFiles.Lock, RunFiles.Log, "status.json.abc.tmp", "thoughts.txt"],
            found.Files.Where(f => f.State == FileState.Note).Select(f => f.File).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(copy, "status.json.abc.tmp")));
    }

    [SkippableFact]
    public void A_stopped_run_is_whole_and_its_checkpoints_are_of_it_and_of_its_metrics()
    {
        var copy = runs.Copy(runs.Stopped);
        var found = RunInspector.Inspect(copy);
        Assert.True(found.IsWhole, string.Join('\n', found.Files));
        Assert.Equal(ListedState.Interrupted, found.State);
        Assert.Contains(found.Files, f => f is { File: RunFiles.LastCheckpoint, State: FileState.Ok });

        File.WriteAllText(Path.Combine(copy, RunFiles.LastCheckpoint), "short");
        AssertDamaged(copy, RunFiles.LastCheckpoint, $"the run goes on from {RunFiles.CheckpointBeforeLast}");
        File.Delete(Path.Combine(copy, RunFiles.LastCheckpoint));
        Assert.True(RunInspector.Inspect(copy).IsWhole);

        File.Copy(Path.Combine(runs.Completed, RunFiles.Parameters), Path.Combine(copy, RunFiles.LastCheckpoint));
        AssertDamaged(copy, RunFiles.LastCheckpoint, "it is of the run ");
        File.Delete(Path.Combine(copy, RunFiles.LastCheckpoint));
        File.WriteAllText(Path.Combine(copy, RunFiles.Metrics), "");
        AssertDamaged(copy, RunFiles.Metrics, "UFR014: it has 0 bytes");
    }

    [Fact]
    public void What_is_no_run_is_an_error()
    {
        var result = runs.UnfoldWithoutTorch("doctor", "--run", "runs/tiny");
        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("error UFR005", result.Error, StringComparison.Ordinal);
    }

    private static void AssertDamaged(string folder, string file, string reason)
    {
        var found = RunInspector.Inspect(folder);
        Assert.False(found.IsWhole);
        Assert.Contains(reason, Assert.Single(found.Files, f => f.File == file && f.State == FileState.Damaged).Detail, StringComparison.Ordinal);
    }

    private static void Replace(string file, string before, string after)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(before, after, StringComparison.Ordinal));
    }

    // Names to times and sizes: nothing was written.
    private static SortedDictionary<string, (DateTime Written, long Length)> Snapshot(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (File.GetLastWriteTimeUtc(f), new FileInfo(f).Length)),
        StringComparer.Ordinal);
}
