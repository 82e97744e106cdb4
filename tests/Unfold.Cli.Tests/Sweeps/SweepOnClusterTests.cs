using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Tests;

/// <summary><c>unfold sweep</c> and a cluster, as a user meets it; the cluster is a stand-in.</summary>
public sealed class SweepOnClusterTests : IDisposable
{
    private readonly StandInCluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public void The_id_is_all_of_the_output_and_what_was_submitted_is_kept()
    {
        var submitted = _cluster.Submit();

        Assert.True(submitted.ExitCode == ExitCode.Done, submitted.Text);
        Assert.Equal("101\n", submitted.Output);
        Assert.Contains("2 of 2 elements submitted in 1 array", submitted.Error, StringComparison.Ordinal);
        Assert.Contains("--partition=low", _cluster.Read("submit.sh"), StringComparison.Ordinal);
        Assert.Contains("\"low\"", _cluster.Read("profile.json"), StringComparison.Ordinal);
        Assert.Single(_cluster.Calls("sbatch"));
    }

    [Fact]
    public void What_the_site_refuses_leaves_no_trace()
    {
        Assert.Equal(ExitCode.Done, _cluster.Submit().ExitCode);
        SweepCancellation.Set(_cluster.Sweep);
        CellRecord.Change(_cluster.Sweep, _cluster.Sweep.Cell(0), r => r with { Error = "UFS008: …" });
        string[] files = ["submit.sh", "profile.json", "jobs.json", Path.Combine("cells", "0.json")];
        var before = files.Select(_cluster.Read).ToList();
        _cluster.Profile("nowhere");
        _cluster.Refuse();

        var refused = _cluster.Submit();

        Assert.NotEqual(ExitCode.Done, refused.ExitCode);
        Assert.Contains("UFS012: Slurm refused the jobs: sbatch: error: invalid partition specified", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, files.Select(_cluster.Read));
        Assert.True(SweepCancellation.IsSet(_cluster.Sweep));
        Assert.Equal(["submit.sh"], Directory.GetFiles(_cluster.Sweep.Path, "*.sh").Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("submit", "./two.json", "--profile", "site.json")]
    [InlineData("retry", "two")]
    [InlineData("watch", "two")]
    public void The_second_of_two_people_is_refused(params string[] arguments)
    {
        Assert.Equal(ExitCode.Done, _cluster.Submit().ExitCode);
        using var held = RunLock.Take(_cluster.Sweep.Path);

        var second = _cluster.Unfold(["sweep", .. arguments]);

        Assert.True(second.ExitCode == ExitCode.Locked, second.Text);
        Assert.Contains("UFR013", second.Error, StringComparison.Ordinal);
        Assert.Single(_cluster.Calls("sbatch"));
    }

    [Fact]
    public void Waiting_elements_are_a_number_and_the_queue_is_asked_once_by_many()
    {
        _cluster.Submit();
        _cluster.Queue("101|0-1|PENDING|Resources|101|x\n");
        var before = _cluster.Calls("squeue").Count;

        var status = _cluster.Unfold("sweep", "status", "two");
        _cluster.Unfold("sweep", "status", "two");

        Assert.Equal("", status.Output);
        Assert.Contains("0 of 2 done, 2 queued", status.Error, StringComparison.Ordinal);
        Assert.Equal(before + 1, _cluster.Calls("squeue").Count);
    }

    [Fact]
    public void What_Slurm_holds_is_released_and_that_is_said()
    {
        _cluster.Submit();
        _cluster.Queue("101|1|PENDING|launch failed requeued held|102|x\n101|0|PENDING|Resources|101|x\n");

        var retried = _cluster.Unfold("sweep", "retry", "two");

        Assert.Equal("nothing to submit\n", retried.Output);
        Assert.Contains("1 that Slurm could not start, and held, were released", retried.Error, StringComparison.Ordinal);
        Assert.Equal(["scontrol release 101_1"], _cluster.Calls("scontrol").Where(c => c.Contains("release", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_cancelled_sweep_says_so_until_it_is_submitted()
    {
        _cluster.Submit();
        _cluster.Queue("101|0-1|PENDING|Resources|101|x\n");

        Assert.Equal("2 elements cancelled\n", _cluster.Unfold("sweep", "cancel", "two").Output);
        Assert.Equal(["scancel 101_0 101_1"], _cluster.Calls("scancel"));
        var watched = _cluster.Unfold("sweep", "watch", "two");
        Assert.Equal(ExitCode.Stopped, watched.ExitCode);
        Assert.Contains("the sweep was cancelled", watched.Error, StringComparison.Ordinal);
        _cluster.Queue("");
        Assert.Equal("101\n", _cluster.Unfold("sweep", "retry", "two").Output);
        Assert.False(SweepCancellation.IsSet(_cluster.Sweep));
    }
}
