namespace Unfold.Sweeps.Tests;

/// <summary>Outputs as Slurm 22.05 wrote them.</summary>
public sealed class OutputsTests
{
    [Fact]
    public void Squeue_has_elements_and_plain_jobs()
    {
        var entries = SqueueOutput.Parse(Repository.Recorded("squeue.txt"));
        Assert.Equal(11, entries.Count);
        Assert.Equal(new QueueEntry(1, 0, "COMPLETED", "None", 3), entries[0]);
        Assert.Equal(new QueueEntry(1, 6, "PENDING", "JobArrayTaskLimit", 1), entries[2]);
        Assert.Equal(new QueueEntry(2, null, "RUNNING", "None", 2), entries[^1]);
        Assert.Equal(["1_0", "1_1"], entries.Where(e => e.IsOver).Select(e => e.Name));
    }

    [Fact]
    public void Elements_that_wait_together_are_one_each() =>
        Assert.Equal(
            SqueueOutput.Parse(Repository.Recorded("squeue.txt")).OrderBy(e => e.Name, StringComparer.Ordinal),
            SqueueOutput.Parse(Repository.Recorded("squeue-folded.txt")).OrderBy(e => e.Name, StringComparer.Ordinal));

    [Fact]
    public void Elements_that_wait_together_may_have_a_step() =>
        Assert.Equal(Enumerable.Range(0, 501).Select(i => 3 * i), SqueueOutput.Parse(Repository.Recorded("squeue-steps.txt")).Select(e => e.Index!.Value));

    [Theory]
    [InlineData("263|0-8:4|PENDING|Resources|263", "0 4 8")]
    [InlineData("263|[4-5,9%2]|PENDING|Resources|263", "4 5 9")]
    [InlineData("263|1,3,...|PENDING|Resources|263", "1 3")]
    [InlineData("slurm_load_jobs error: Invalid job id specified", "")]
    [InlineData("263|x|PENDING|Resources|263", "")]
    [InlineData("263|9-4|PENDING|Resources|263", "")]
    [InlineData("263|0-4294967294|PENDING|Resources|263", "")]
    public void Odd_lines_are_read_or_left_out(string line, string indices) => Assert.Equal(indices, string.Join(' ', SqueueOutput.Parse(line).Select(e => e.Index)));

    [Fact]
    public void A_comment_may_hold_anything() => Assert.Equal(["lista-7f3a x|y", ""], SqueueOutput.Parse("2|N/A|RUNNING|None|2|lista-7f3a x|y\n3|N/A|RUNNING|None|3|(null)\n").Select(e => e.Comment));

    [Fact]
    public void Sacct_has_states()
    {
        var jobs = SacctOutput.Parse(Repository.Recorded("sacct.txt"));
        Assert.Equal(new AccountedJob(2, null, "COMPLETED"), jobs[0]);
        Assert.Equal(new AccountedJob(1, 1, "FAILED"), jobs[2]);
        Assert.Equal(new AccountedJob(1, 2, "FAILED"), jobs[3]);
        Assert.Equal(new AccountedJob(1, 4, "CANCELLED"), jobs[5]);
        Assert.Equal([8, 9], jobs.Where(j => j.State == "PENDING").Select(j => j.Index));
        Assert.Empty(SacctOutput.Parse("2.batch|COMPLETED|0:0\nSlurm accounting storage is disabled\n"));
    }

    [Fact]
    public void A_site_says_its_limits()
    {
        Assert.Equal(new ScontrolConfig(10001, null), ScontrolConfig.Parse(Repository.Recorded("scontrol-config.txt")));
        Assert.Equal(500, ScontrolConfig.Parse("SchedulerParameters     = bf_interval=1,max_array_tasks=500").MaxArrayTasks);
        Assert.Equal(new ScontrolConfig(null, null), ScontrolConfig.Parse(""));
    }

    [Fact]
    public void A_job_is_read() => Assert.Equal(
        new ScontrolJob("RUNNING", TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(10), 0),
        ScontrolJob.Parse(Repository.Recorded("scontrol-job.txt")));

    [Fact]
    public void A_requeued_job_waits_and_counts()
    {
        var job = ScontrolJob.Parse(Repository.Recorded("scontrol-job-requeued.txt"))!;
        Assert.Equal(("PENDING", 1), (job.JobState, job.Restarts));
    }

    [Fact]
    public void A_plain_job_is_read_alike()
    {
        var job = ScontrolJob.Parse(Repository.Recorded("scontrol-job-plain.txt"))!;
        Assert.Equal(TimeSpan.FromDays(365), job.TimeLimit);
    }

    [Theory]
    [InlineData("JobId=7 JobName=a JobState=x b=c UserId=ada(1) GroupId=ada(1) JobState=PENDING Reason=Node failure: n=3, see wiki Dependency=(null) Comment=JobState=FAILED", "PENDING")]
    [InlineData("JobId=7 JobState=RUNNING", "RUNNING")]
    public void Values_may_hold_spaces_and_signs(string line, string state) => Assert.Equal(state, ScontrolJob.Parse(line)?.JobState);

    [Fact]
    public void No_job_is_none() => Assert.Null(ScontrolJob.Parse("slurm_load_jobs error: Invalid job id specified\n"));

    [Theory]
    [InlineData("263\n", 263, null)]
    [InlineData("Welcome to the cluster!\n263;astra\n", 263, "astra")]
    public void Sbatch_says_the_id(string text, int id, string? cluster) => Assert.Equal(new SubmittedJob(id, cluster), SbatchOutput.Parse(text));

    [Fact]
    public void Recorded_ids_are_read()
    {
        Assert.Equal(new SubmittedJob(1), SbatchOutput.Parse(Repository.Recorded("sbatch.txt")));
        Assert.Null(SbatchOutput.Parse("sbatch: error: Batch job submission failed\n"));
    }
}
