using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>A process that was killed after it had written the results left its lock, its checkpoints and a status that says it runs.</summary>
public sealed class EndedFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_left_to_do_is_done_by_the_next_command()
    {
        var before = Run();
        var results = File.ReadAllBytes(Of(before, RunFiles.Results));
        // Of another machine and long ago.
        File.WriteAllText(Of(before, RunFiles.Lock), ResultsJson.Line(new LockOwner("elsewhere", 1, "1", "t", "2020-01-01T00:00:00Z")) + "\n");
        File.SetLastWriteTimeUtc(Of(before, RunFiles.Lock), DateTime.UtcNow.AddHours(-1));
        File.WriteAllText(Of(before, RunFiles.LastCheckpoint), "");
        var status = RunState.Read(before.Folder)!;
        File.WriteAllText(Of(before, RunFiles.Status), ResultsJson.Indented(status with { State = RunStatus.Running }));

        var after = Run();
        Assert.True(after.WasThere);
        Assert.Equal(before.Folder, after.Folder);
        Assert.Equal(results, File.ReadAllBytes(Of(before, RunFiles.Results)));
        Assert.Equal(RunStatus.Completed, RunState.Read(before.Folder)!.State);
        Assert.False(File.Exists(Of(before, RunFiles.Lock)));
        Assert.False(File.Exists(Of(before, RunFiles.LastCheckpoint)));
    }

    [Fact]
    public void A_folder_that_was_left_in_order_is_not_touched()
    {
        var before = Run();
        var files = Content(before);
        Run();
        Assert.Equal(files, Content(before));
    }

    private RunOutcome Run() => new TrainingRun("x", "v", Specimen.Spec).Execute(new RunOptions { OutFolder = _folder.Path }, new Quiet());

    private static string Of(RunOutcome run, string file) => Path.Combine(run.Folder, file);

    private static List<(string, DateTime)> Content(RunOutcome run) =>
        [.. Directory.EnumerateFileSystemEntries(run.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (f, File.GetLastWriteTimeUtc(f)))];
}
