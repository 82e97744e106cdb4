using Unfold.Slurm;
using Unfold.Sweeps;

namespace Unfold.Reliability.Tests;

/// <summary>What happens to some cells of a sweep alone, and what people do to a sweep, costs time, and nothing else.</summary>
[Collection(ClusterCollection.Name)]
public sealed class ClusterFaultTests(SoloSlurm slurm, UndisturbedSweep undisturbed)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [SkippableFact]
    public async Task A_student_waits_for_its_teacher_that_was_killed()
    {
        Skip.If(slurm.Absent is not null, slurm.Absent);
        using var folder = new TemporaryFolder();
        var alone = new ClusterSweep(folder["alone"], isTaught: true).RunHere();
        var sweep = new ClusterSweep(folder["taught"], isTaught: true).Submit(slurm, """{ "partition": "low", "time": "60" }""");
        var teacher = sweep.Sweep.Plan.Cells.Single(c => c.Variant == "teacher");
        Assert.Equal([teacher.Index], sweep.Sweep.Plan.Cells.Single(c => c.Variant == "student").After);
        await Eventually.Is(() => CellStandings.Of(sweep.Sweep, [teacher])[0] is { State: CellState.Running, Run.Step: > 0 }, "the teacher is trained", Long, () => sweep.Said);

        Assert.True(Signals.Send(CellStandings.Of(sweep.Sweep, [teacher])[0].Run!.Owner!.Pid, Signals.Kill));
        var watched = sweep.Run(slurm, "sweep", "watch", "cluster", "--every", "10");

        // The student's job began when the teacher's had ended, however.
        Assert.Contains("UFS009", sweep.Said, StringComparison.Ordinal);
        Assert.Contains("lost, submitted again: teacher seed 0", watched.Said, StringComparison.Ordinal);
        Assert.Equal(2, sweep.Parameters().Count);
        Assert.Equal(alone, sweep.Parameters());
    }

    [SkippableFact]
    public async Task A_sweep_that_was_cancelled_goes_on_when_it_is_asked_to()
    {
        Skip.If(slurm.Absent is not null, slurm.Absent);
        using var folder = new TemporaryFolder();
        string[] longer = ["training.epochs=40", "--variant", "default[epochs=40,layers=4,learningRate=0.001]"];
        var alone = new ClusterSweep(folder["alone"]).RunHere(longer);
        var sweep = new ClusterSweep(folder["cancelled"]).Submit(slurm, """{ "partition": "low", "time": "60", "parallelism": 1 }""", longer);
        await Eventually.Is(() => CellStandings.Of(sweep.Sweep)[0] is { State: CellState.Running, Run.Step: > 0 }, "the first cell is trained", Long, () => sweep.Said);

        Assert.StartsWith("2 elements cancelled", sweep.Run(slurm, "sweep", "cancel", "cluster").Said, StringComparison.Ordinal);
        await Eventually.Is(() => CellStandings.Of(sweep.Sweep)[0].State == CellState.Interrupted, "its state is saved", Long, () => sweep.Said);
        Assert.Equal(CellState.Waiting, CellStandings.Of(sweep.Sweep)[1].State);
        using (var watch = UnfoldProcess.StartIn(slurm.Environment, sweep.Folder, "sweep", "watch", "cluster"))
            Assert.Equal(75, watch.End().ExitCode);
        Assert.DoesNotContain("goes back into the queue", sweep.Said, StringComparison.Ordinal);

        sweep.Run(slurm, "sweep", "retry", "cluster");
        await Eventually.Is(() => CellStandings.Of(sweep.Sweep).All(s => s.HasEnded), "both have ended", Long, () => sweep.Said);
        Assert.Equal(2, sweep.Parameters().Count);
        Assert.Equal(alone, sweep.Parameters());
    }

    [SkippableFact]
    public void A_full_disk_of_one_cell_is_that_cells_alone()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "a small disk is mounted");
        using var folder = new TemporaryFolder();
        using var disk = new SmallDisk(128);
        var sweep = new ClusterSweep(folder["full"]);
        const string Cell = "default[layers=2,learningRate=0.001]";
        Directory.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(sweep.Folder, "runs", "cluster")).FullName, Cell), disk.Path);
        string[] arguments = ClusterSweep.Begin("run", "seed=0", "--variant", Cell, "--variant", "default[layers=2,learningRate=0.003]", "--jobs", "2");
        disk.FillUpTo(1 << 20);

        var full = UnfoldProcess.Run(sweep.Folder, arguments);
        var states = CellStandings.Of(sweep.Sweep).ToDictionary(s => s.Cell.Name, s => s.State);
        disk.Clear();
        var again = UnfoldProcess.Run(sweep.Folder, arguments);

        Assert.True(full.ExitCode == 7, full.Said);
        Assert.Contains($"failed: {Cell} seed 0: ", full.Said, StringComparison.Ordinal);
        Assert.Contains("UFR002", full.Said, StringComparison.Ordinal);
        Assert.Equal([CellState.Failed, CellState.Completed], states.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value));
        Assert.True(again.ExitCode == 0, again.Said);
        Assert.Equal(2, sweep.Parameters().Count);
        Assert.All(sweep.Parameters(), p => Assert.Equal(undisturbed.Parameters[p.Key], p.Value));
    }
}
