namespace Unfold.Results.Tests;

public sealed class KeptRunsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kept_runs_replace_those_of_their_cell_and_leave_nothing_half_written()
    {
        KeptRuns.Keep(_folder["kept"], [Stored("a", 0), Stored("a", 1), Stored("b", 0)]);
        KeptRuns.Keep(_folder["kept"], [Stored("a", 2)]);
        Assert.Equal([("a", 2), ("b", 0)], RunCollection.Latest(_folder["kept"], "demo").Select(r => (r.Result.Name, r.Result.Seed)));
        Assert.Equal(["a", "b"], Directory.GetDirectories(_folder["kept", "demo"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_a_run_cannot_be_copied_what_was_kept_stays()
    {
        KeptRuns.Keep(_folder["kept"], [Stored("a", 0)]);
        // Twice the same: the second copy finds its file there.
        Assert.Equal("UFR001", Assert.Throws<ResultsException>(() => KeptRuns.Keep(_folder["kept"], [Stored("a", 1), Stored("a", 1)])).Code);
        Assert.Equal([0], RunCollection.Latest(_folder["kept"], "demo").Select(r => r.Result.Seed));
    }

    [Fact]
    public void The_figures_of_single_images_are_kept()
    {
        KeptRuns.Keep(_folder["kept"], [Stored("a", 0)]);
        Assert.Equal([0.1, 0.2], Assert.Single(RunCollection.Latest(_folder["kept"], "demo")).TestImages!.Mse);
    }

    private StoredRun Stored(string variant, int seed)
    {
        using var run = RunDirectory.Open(_folder["runs"], new RunKey("demo", variant, seed, Specimen.Hash), "{}\n");
        run.Write(RunFiles.Results, Specimen.Run(variant, 1, seed));
        run.Write(RunFiles.TestImages, new ImageFigures([0.1, 0.2], [1, 2], []).ToCsv());
        return StoredRun.Read(run.Folder);
    }
}
