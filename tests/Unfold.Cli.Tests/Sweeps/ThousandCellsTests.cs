using Newtonsoft.Json.Linq;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Tests;

/// <summary>What is finished costs nothing but a look, however many cells it is.</summary>
public sealed class ThousandCellsTests(ThousandCells cells) : IClassFixture<ThousandCells>
{
    [Fact]
    public void Given_again_no_cell_is_started()
    {
        var again = cells.UnfoldWithoutTorch("sweep", "run", "./thousand.json");

        Assert.True(again.ExitCode == ExitCode.Done, again.Text);
        Assert.StartsWith($"1000 of 1000 done; sweep: sweeps/{cells.Sweep.Id}", again.Error, StringComparison.Ordinal);
        // Every process of a cell opens a log first.
        Assert.False(Directory.Exists(Path.Combine(cells.Sweep.Path, SweepFiles.Logs)));
        Assert.Single(Directory.GetDirectories(Path.GetDirectoryName(cells.Sweep.Path)!));
    }

    [Fact]
    public void Status_reads_each_of_them()
    {
        var status = cells.UnfoldWithoutTorch("sweep", "status", cells.Sweep.Id, "--json");

        Assert.True(status.ExitCode == ExitCode.Done, status.Text);
        var json = JObject.Parse(status.Output);
        Assert.Equal(1000, (int)json["states"]!["completed"]!);
        Assert.Equal(cells.Sweep.Plan.Cells.Select(c => (c.Name, c.Seed)), json["cells"]!.Select(c => ((string)c["name"]!, (int)c["seed"]!)));
        Assert.Equal(Enumerable.Range(1, 999).Select(ThousandCells.MseOf), json["cells"]!.Skip(1).Select(c => (double)c["validationMse"]!));
        Assert.Contains("best so far by validation MSE: ", status.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_has_no_more_than_twelve_files()
    {
        var files = Directory.GetFiles(cells.FolderOf(cells.Sweep.Cell(0)), "*", SearchOption.AllDirectories);

        Assert.InRange(files.Length, 2, 12);
        Assert.Contains(files, f => Path.GetFileName(f) == RunFiles.Results);
    }
}
