using Unfold.Slurm;
using Unfold.Sweeps;

namespace Unfold.Reliability.Tests;

/// <summary>A sweep on a cluster comes to the same parameters as on a desk, whatever the cluster does to it.</summary>
[Collection(ClusterCollection.Name)]
public sealed class ClusterTests(SoloSlurm slurm, UndisturbedSweep undisturbed)
{
    // On busy machines a training of seconds takes minutes.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [SkippableFact]
    public async Task A_sweep_of_24_cells_survives_what_clusters_do()
    {
        Skip.If(slurm.Absent is not null, slurm.Absent);
        using var folder = new TemporaryFolder();
        var sweep = new ClusterSweep(folder["cluster"]).Submit(slurm, """{ "partition": "low", "time": "60", "parallelism": 3, "maxResubmissions": 50 }""");

        using var watch = UnfoldProcess.StartIn(slurm.Environment, sweep.Folder, "sweep", "watch", "cluster", "--every", "10");
        var scenario = new ClusterScenario(slurm, sweep);
        await scenario.Disturb(watch, ChaosSize.Times(3, 20));
        var watched = watch.End();

        var parameters = sweep.Parameters();
        ChaosReport.Row("sweep on a cluster", $"24 cells: {scenario.Outcome}; {parameters.Count(p => p.Value is not null && p.Value == undisturbed.Parameters[p.Key])} equal to the undisturbed ones");
        Assert.True(watched.ExitCode == 0, watched.Said);
        Assert.Equal(24, parameters.Count);
        Assert.Equal(5, scenario.Counts.Count);
        // Jobs were put back: by themselves, and by Slurm for those of higher priority.
        var outputs = Directory.GetFiles(Path.Combine(sweep.Sweep.Path, SweepFiles.Logs), "*.out").Select(File.ReadAllText).ToList();
        Assert.Contains(outputs, o => o.Contains("goes back into the queue", StringComparison.Ordinal));
        Assert.Contains(outputs, o => o.Contains("start 2: ", StringComparison.Ordinal));
        Assert.Equal(undisturbed.Parameters, parameters);
    }

    [SkippableFact]
    public async Task Trainings_that_share_a_job_hear_its_signal_and_come_back_with_it()
    {
        Skip.If(slurm.Absent is not null, slurm.Absent);
        using var folder = new TemporaryFolder();
        // Long enough that the signal finds them.
        string[] longer = ["training.epochs=40", "--variant", "default[epochs=40,layers=4,learningRate=0.001]", "--variant", "default[epochs=40,layers=4,learningRate=0.003]"];
        var alone = new ClusterSweep(folder["alone"]).RunHere(longer);
        var sweep = new ClusterSweep(folder["packed"]).Submit(slurm, """{ "partition": "low", "time": "60", "pack": 2, "gres": "shard:1" }""", longer);
        var cluster = new SlurmOperator(slurm);
        await Eventually.Is(() => CellStandings.Of(sweep.Sweep).Take(2).All(s => s is { State: CellState.Running, Run.Step: > 0 } or { HasEnded: true }), "both trainings of the first job run", Long);
        slurm.Run("timeout", "5", "scancel", "-b", "-s", "USR1", SlurmIds.Of(SweepJobs.Read(sweep.Sweep).Jobs[0].Id!.Value, 0));

        await Eventually.Is(
            () =>
            {
                cluster.Tidy();
                return CellStandings.Of(sweep.Sweep).All(s => s.HasEnded);
            },
            "all four have ended",
            Long,
            () => cluster.Describe() + sweep.Said);

        var parameters = sweep.Parameters();
        Assert.Equal(4, parameters.Count);
        Assert.Equal(alone, parameters);
        var output = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(sweep.Sweep.Path, SweepFiles.Logs), "*_0.out").Single());
        Assert.Contains("goes back into the queue", output, StringComparison.Ordinal);
        Assert.Contains("start 2: ", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_job_is_warned_before_its_time_is_over_and_that_is_counted()
    {
        Skip.If(slurm.Absent is not null, slurm.Absent);
        using var folder = new TemporaryFolder();
        // Slurm warns up to a minute early: 20 to 80 seconds after the start.
        var sweep = new ClusterSweep(folder["short"]).Submit(slurm, """{ "partition": "low", "time": "2", "signalSeconds": 40, "maxTimeouts": 0 }""", "training.epochs=5000", "seed=0", "--variant", "default[epochs=5000,layers=4,learningRate=0.001]");

        await Eventually.Is(() => CellRecord.Read(sweep.Sweep, sweep.Sweep.Cell(0)).Timeouts > 0, "the time is over", Long);

        await Eventually.Is(() => CellStandings.Of(sweep.Sweep)[0].State == CellState.Failed, "it is given up", Long);
        Assert.StartsWith("UFS008: ran into the time limit 1 times", CellStandings.Of(sweep.Sweep)[0].Error, StringComparison.Ordinal);
    }
}
