using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Sweeps.Tests;

public sealed class CellStandingsTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(7);

    public void Dispose() => _specimen.Dispose();

    [Fact]
    public void A_cell_stands_as_its_runs_folder_says()
    {
        _specimen.Leave(1, RunStatus.Completed);
        _specimen.Leave(2, RunStatus.Diverged, "UFT001: diverged");
        _specimen.Leave(3, RunStatus.Failed, "UFT003: broke");
        _specimen.Leave(4, RunStatus.Interrupted);
        // It says that it is running, and nobody holds its lock.
        _specimen.Leave(5, RunStatus.Running);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(_specimen.FolderOf(6)).FullName, RunFiles.Results), "{");

        Assert.Equal(
            [CellState.Waiting, CellState.Completed, CellState.Diverged, CellState.Failed, CellState.Interrupted, CellState.Lost, CellState.Damaged],
            States());
    }

    [Fact]
    public void A_cell_whose_lock_is_held_is_running()
    {
        _specimen.Leave(0, RunStatus.Interrupted);
        using var held = RunLock.Take(_specimen.FolderOf(0));

        Assert.Equal(CellState.Running, States()[0]);
    }

    [Fact]
    public void What_could_not_even_begin_has_failed_until_it_is_tried_again()
    {
        var cell = _specimen.Sweep.Cell(0);
        CellRecord.Change(_specimen.Sweep, cell, r => r with { Error = "UFP001: no plugin" });

        var standing = CellStandings.Of(_specimen.Sweep)[0];
        Assert.Equal((CellState.Failed, "UFP001: no plugin"), (standing.State, standing.Error));

        CellRecord.Change(_specimen.Sweep, cell, r => r with { Error = null });
        Assert.Equal(CellState.Waiting, States()[0]);
    }

    [Fact]
    public void A_damaged_record_of_halving_is_its_cells_alone()
    {
        var plan = SweepSpecimen.Plan(2) with { Halvings = new SortedDictionary<string, Halving>(StringComparer.Ordinal) { ["mean"] = new("validation.mse", 2, 3) } };
        var sweep = SweepFolder.Create(Path.Combine(_specimen.Folder, "halved"), _specimen.Out, plan, ["{}"]);
        _specimen.Leave(0, RunStatus.Interrupted);
        _specimen.Leave(1, RunStatus.Interrupted);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(sweep.Path, "rungs")).FullName, "0.json"), "{ \"schema\": ");

        var standings = CellStandings.Of(sweep);

        Assert.Equal([CellState.Damaged, CellState.Interrupted], standings.Select(s => s.State));
        Assert.StartsWith("UFS030: ", standings[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_record_is_its_cells_alone_and_what_is_none_is_left_out()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_specimen.Sweep.Path, SweepFiles.Cells)).FullName;
        File.WriteAllText(Path.Combine(folder, "0.json"), "{ \"schema\": ");
        File.WriteAllText(Path.Combine(folder, "note.json"), "mine");

        var standings = CellStandings.Of(_specimen.Sweep);

        Assert.Equal([CellState.Failed, CellState.Waiting], standings.Take(2).Select(s => s.State));
        Assert.StartsWith("UFS002: ", standings[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_to_say_there_is_no_record()
    {
        CellRecord.Change(_specimen.Sweep, _specimen.Sweep.Cell(0), r => r with { Error = null });

        Assert.False(Directory.Exists(Path.Combine(_specimen.Sweep.Path, SweepFiles.Cells)));
    }

    [Fact]
    public void A_student_whose_folder_was_not_known_is_found_by_what_it_asks_for()
    {
        var plan = SweepSpecimen.Plan(2);
        var sweep = SweepFolder.Create(_specimen.Root, _specimen.Out, plan with { Cells = [plan.Cells[0], plan.Cells[1] with { Folder = null, After = [0] }] }, ["{}"]);
        var folder = Path.Combine(_specimen.Out, "demo", sweep.Cell(1).Name, "0-bbbbbbbbbbbb");
        AtomicFile.Write(Path.Combine(folder, RunFiles.Spec), "{}\n");
        var run = new RunDescription { Experiment = "demo", Variant = "mean", Cell = sweep.Cell(1).Name, Seed = 0, SpecSha256 = sweep.Cell(1).SpecSha256, Sha256 = new string('b', 64) };
        AtomicFile.Write(Path.Combine(folder, RunFiles.Status), ResultsJson.Indented(new RunState { State = RunStatus.Interrupted, Run = run }));

        Assert.Equal(CellState.Interrupted, CellStandings.Of(sweep)[1].State);

        AtomicFile.Write(Path.Combine(folder, RunFiles.Status), ResultsJson.Indented(new RunState { State = RunStatus.Interrupted, Run = run with { SpecSha256 = new string('c', 64) } }));
        Assert.Equal(CellState.Waiting, CellStandings.Of(sweep)[1].State);
    }

    private List<CellState> States() => [.. CellStandings.Of(_specimen.Sweep).Select(s => s.State)];
}
