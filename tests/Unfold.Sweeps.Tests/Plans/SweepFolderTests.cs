using Unfold.Results;

namespace Unfold.Sweeps.Tests;

public sealed class SweepFolderTests
{
    [Fact]
    public void The_same_cells_are_the_same_sweep_and_others_another()
    {
        Assert.Equal(SweepSpecimen.Plan(3).Id(), (SweepSpecimen.Plan(3) with { Created = "later", Called = "./demo.json", Out = "elsewhere" }).Id());
        string[] ids = [SweepSpecimen.Plan(3).Id(), SweepSpecimen.Plan(4).Id(), (SweepSpecimen.Plan(3) with { Threads = 2 }).Id(), (SweepSpecimen.Plan(3) with { Device = "cuda" }).Id(), (SweepSpecimen.Plan(3) with { Experiment = "paper/demo" }).Id()];
        Assert.Distinct(ids);
        Assert.StartsWith("paper-demo-", ids[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_expanded_once_stays()
    {
        using var specimen = new SweepSpecimen(2);
        var before = File.ReadAllText(Path.Combine(specimen.Sweep.Path, SweepFiles.Plan));

        var again = SweepFolder.Create(specimen.Root, specimen.Out, SweepSpecimen.Plan(2) with { Created = "2030-01-01T00:00:00Z" }, ["{\"other\": 1}"]);

        Assert.Equal(before, File.ReadAllText(Path.Combine(again.Path, SweepFiles.Plan)));
        Assert.Equal("{}", again.SpecOf(again.Cell(1)));
    }

    [Fact]
    public void It_may_be_moved_with_its_runs()
    {
        using var specimen = new SweepSpecimen(1);
        using var other = new TemporaryFolder();
        Directory.Move(specimen.Root, other["sweeps"]);
        Directory.CreateDirectory(specimen.Root);

        Assert.Equal(other["runs"], SweepFolder.Open(other["sweeps"], "demo").Out);
    }

    [Fact]
    public void It_is_found_by_folder_name_and_experiment()
    {
        using var specimen = new SweepSpecimen(1);
        var path = specimen.Sweep.Path;

        Assert.Equal(path, SweepFolder.Open("nowhere", path).Path);
        Assert.Equal(path, SweepFolder.Open(specimen.Root, specimen.Sweep.Id).Path);
        Assert.Equal(path, SweepFolder.Open(specimen.Root, "demo").Path);
        Assert.Equal(path, SweepFolder.Open(specimen.Root, "./demo.json").Path);
    }

    [Fact]
    public void Of_several_sweeps_of_an_experiment_one_must_be_named()
    {
        using var specimen = new SweepSpecimen(1);
        var other = SweepFolder.Create(specimen.Root, specimen.Out, SweepSpecimen.Plan(2), ["{}"]);

        var several = Assert.Throws<SweepException>(() => SweepFolder.Open(specimen.Root, "demo"));
        var none = Assert.Throws<SweepException>(() => SweepFolder.Open(specimen.Root, "dem"));

        Assert.Equal(("UFS001", "UFS001"), (several.Code, none.Code));
        Assert.Contains(specimen.Sweep.Id, several.Mend, StringComparison.Ordinal);
        Assert.Contains(other.Id, several.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"schema\": 1")]
    [InlineData("{}")]
    [InlineData("")]
    public void A_damaged_plan_is_an_error(string text)
    {
        using var specimen = new SweepSpecimen(1);
        File.WriteAllText(Path.Combine(specimen.Sweep.Path, SweepFiles.Plan), text);

        Assert.Equal("UFS002", Assert.Throws<SweepException>(() => SweepFolder.Open(specimen.Root, "demo")).Code);
    }

    [Fact]
    public void Cells_and_specs_that_are_not_there_are_errors()
    {
        using var specimen = new SweepSpecimen(2);

        Assert.Equal("UFS003", Assert.Throws<SweepException>(() => specimen.Sweep.Cell(2)).Code);
        Assert.Equal("UFS003", Assert.Throws<SweepException>(() => specimen.Sweep.Cell(-1)).Code);
        Assert.Equal("UFS002", Assert.Throws<SweepException>(() => specimen.Sweep.SpecOf(specimen.Sweep.Cell(0) with { Spec = 7 })).Code);
    }

    [Fact]
    public void Results_in_another_output_folder_are_another_sweeps()
    {
        using var specimen = new SweepSpecimen(1);

        var refused = Assert.Throws<SweepException>(() => SweepFolder.Create(specimen.Root, Path.Combine(specimen.Folder, "other"), SweepSpecimen.Plan(1), ["{}"]));

        Assert.Equal("UFS005", refused.Code);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error()
    {
        using var specimen = new SweepSpecimen(1);
        File.WriteAllText(Path.Combine(specimen.Folder, "file"), "");

        Assert.Throws<ResultsException>(() => SweepFolder.Create(Path.Combine(specimen.Folder, "file"), specimen.Out, SweepSpecimen.Plan(1), ["{}"]));

        Assert.Equal([specimen.Sweep.Path], Directory.GetFileSystemEntries(specimen.Root));
    }
}
