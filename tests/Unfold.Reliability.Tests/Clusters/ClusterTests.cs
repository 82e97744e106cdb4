using Unfold.Results;
using Unfold.Slurm;
using Unfold.Sweeps;

namespace Unfold.Reliability.Tests;

/// <summary>A sweep on a cluster comes to the same parameters as on a desk, whatever the cluster does to it.</summary>
public sealed class ClusterTests(SoloSlurm slurm) : IClassFixture<SoloSlurm>
{
    [SkippableFact]
    public async Task A_sweep_of_24_cells_survives_what_clusters_do()
    {
        Skip.If(slurm.Absent is not null, slurm.Absent);
        using var folder = new TemporaryFolder();
        var undisturbed = new ClusterSweep(folder["undisturbed"]);
        var local = UnfoldProcess.Run(undisturbed.Folder, ClusterSweep.Begin("run", "--jobs", "2"));
        Assert.True(local.ExitCode == 0, local.Said);

        var sweep = new ClusterSweep(folder["cluster"]);
        AtomicFile.Write(Path.Combine(sweep.Folder, "site.json"), """{ "partition": "low", "time": "60", "parallelism": 3, "maxResubmissions": 50 }""");
        using (var submit = UnfoldProcess.StartIn(slurm.Environment, sweep.Folder, ClusterSweep.Begin("submit", "--profile", "site.json")))
        {
            var end = submit.End();
            Assert.True(end.ExitCode == 0, end.Said);
        }

        using var watch = UnfoldProcess.StartIn(slurm.Environment, sweep.Folder, "sweep", "watch", "cluster");
        var scenario = new ClusterScenario(slurm, sweep);
        await scenario.Disturb(watch, ChaosSize.Times(3, 20));
        var watched = watch.End();

        ChaosReport.Row("sweep on a cluster", $"24 cells: {scenario.Outcome}; {sweep.Parameters().Zip(undisturbed.Parameters()).Count(p => p.First == p.Second)} equal to the undisturbed ones");
        Assert.True(watched.ExitCode == 0, watched.Said);
        Assert.All(sweep.Parameters(), Assert.NotNull);
        Assert.Equal(undisturbed.Parameters(), sweep.Parameters());
    }
}
