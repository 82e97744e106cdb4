using Unfold.Slurm;

namespace Unfold.Sweeps.Tests;

/// <summary>The commands as a Slurm answers them.</summary>
public sealed class LiveSlurmTests(SoloSlurm solo) : IClassFixture<SoloSlurm>
{
    [SkippableFact]
    public async Task An_array_runs_with_its_offset_and_writes_its_logs()
    {
        var sweep = Sweep("runs");
        var job = Slurm().Submit(new Submission(sweep.Script, sweep.Id, ArrayChunks.Of([10_001, 10_003], 10_001)[0]));
        var log = Path.Combine(sweep.Folder, "logs", $"{SlurmIds.Of(job.Id, 2)}.out");
        await Eventually.Is(() => File.Exists(log) && File.ReadAllText(log).Length > 0, "element 2 writes");
        Assert.Equal(["bin", "sweep", "cell", sweep.Folder, "--signal-seconds", "180", "--max-timeouts", "20", "--element", "2", "--offset", "10001"], [.. File.ReadAllText(log).Trim().Split('\n').Select(l => l.EndsWith("Unfold.Cli.dll", StringComparison.Ordinal) ? "bin" : l)]);
        var entries = Slurm().Queue(sweep.Id).Entries!;
        Assert.Equal([0, 2], entries.Select(e => e.Index!.Value).Order());
        Assert.All(entries, e => Assert.Equal((job.Id, false), (e.ArrayId, e.IsOver)));
    }

    [SkippableFact]
    public async Task The_batch_process_is_the_program()
    {
        var sweep = Sweep("exec");
        var job = Slurm().Submit(new Submission(sweep.Script, sweep.Id, ArrayChunks.Of([0], 10_001)[0]));
        await Eventually.Is(() => Slurm().ShowJob(SlurmIds.Of(job.Id, 0))?.JobState == "RUNNING" && Directory.GetFiles(Path.Combine(sweep.Folder, "logs")).Length == 1, "it runs");
        await Eventually.Is(() => File.ReadAllText(Path.Combine(sweep.Folder, "logs", $"{SlurmIds.Of(job.Id, 0)}.out")).Length > 0, "the program runs");
        solo.Run("scancel", "-b", "-s", "USR1", SlurmIds.Of(job.Id, 0));
        await Eventually.Is(() => File.Exists(Path.Combine(sweep.Folder, "usr1")), "USR1 reaches the program");
    }

    [SkippableFact]
    public async Task A_requeued_element_waits_and_counts()
    {
        var (sweep, job) = await Running("requeue");
        Assert.True(Slurm().Requeue(SlurmIds.Of(job.Id, 0)).IsGood);
        await Eventually.Is(() => Slurm().ShowJob(SlurmIds.Of(job.Id, 0)) is { Restarts: 1, JobState: "PENDING" }, "it waits again");
        Assert.Equal("PENDING", Assert.Single(Slurm().Queue(sweep.Id).Entries!).State);
    }

    [SkippableFact]
    public async Task A_requeued_element_keeps_its_offset_and_appends_to_its_log()
    {
        var (sweep, job) = await Running("again");
        var cluster = new SlurmOperator(solo);
        Assert.True(Slurm().Requeue(SlurmIds.Of(job.Id, 0)).IsGood);
        var log = Path.Combine(sweep.Folder, "logs", $"{SlurmIds.Of(job.Id, 0)}.out");
        await Eventually.Is(
            () =>
            {
                cluster.Tidy();
                return File.ReadAllText(log).Split("--offset\n0\n").Length == 3;
            },
            "it has started twice",
            evidence: cluster.Describe);
    }

    [SkippableFact]
    public async Task Cancelled_jobs_are_over()
    {
        var (sweep, job) = await Running("cancel");
        Assert.True(Slurm().Cancel([SlurmIds.Of(job.Id, null)]).IsGood);
        await Eventually.Is(() => Slurm().Queue(sweep.Id).Entries is [{ IsOver: true }], "it is over");
    }

    [SkippableFact]
    public void A_refusal_is_told_in_Slurms_words()
    {
        var sweep = Sweep("refused");
        var refused = Assert.Throws<SweepException>(() => Slurm().Submit(new Submission(sweep.Script, sweep.Id, ArrayChunks.Of([0], 10_001)[0]) { Arguments = ["--partition=nowhere"] }));
        Assert.Equal("UFS012", refused.Code);
        Assert.Contains("invalid partition specified: nowhere", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Slurm().Queue(sweep.Id).Entries!);
    }

    [SkippableFact]
    public void A_job_whose_answer_was_lost_is_found_by_its_name()
    {
        var sweep = Sweep("lost");
        var commands = new CommandRunner(solo.Environment, TimeSpan.FromSeconds(60));
        var ids = new List<int>();
        var lossy = new SlurmCommands(new SlurmSetup { QueuePause = TimeSpan.Zero, Run = Lossy });
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(lossy.Submit(new Submission(sweep.Script, sweep.Id, ArrayChunks.Of([0, 2], 10_001)[0])).Id, ids[^1]);
        Assert.Equal(2, ids.Distinct().Count());

        CommandResult Lossy(string program, IReadOnlyList<string> arguments)
        {
            var answer = commands.Run(program, arguments);
            if (program != "sbatch")
                return answer;
            ids.Add(SbatchOutput.Parse(answer.Out)!.Id);
            return new CommandResult(-1, "", "", TimedOut: true);
        }
    }

    [SkippableFact]
    public async Task A_controller_that_is_down_is_an_answer()
    {
        var (sweep, job) = await Running("down");
        await solo.StopController();
        try
        {
            var slurm = Slurm(2);
            Assert.NotNull(slurm.Queue(sweep.Id).Unknown);
            Assert.Null(slurm.ShowJob(SlurmIds.Of(job.Id, 0)));
            Assert.Null(slurm.Config());
        }
        finally
        {
            await solo.StartController();
        }

        Assert.NotNull(Slurm().Queue(sweep.Id).Entries);
    }

    [SkippableFact]
    public void The_site_says_its_limits_and_has_no_accounting()
    {
        var config = Slurm().Config()!;
        Assert.Equal(10_001, config.MaxArraySize);
        Assert.Null(Slurm().Accounting([1]));
        Assert.Null(Slurm().ShowJob("999999"));
    }

    [SkippableFact]
    public void The_longest_expression_is_accepted()
    {
        var sweep = Sweep("long");
        var chunk = ArrayChunks.Of([.. Enumerable.Range(0, 1000).Select(i => 2 * i), .. Enumerable.Range(2000, 2000).Where(i => i % 3 != 0)], 10_001, null, 1)[0];
        Assert.InRange(chunk.Expression.Length, ArrayChunks.LongestExpression - 20, ArrayChunks.LongestExpression);
        var job = Slurm().Submit(new Submission(sweep.Script, sweep.Id, chunk) { Arguments = ["--hold"] });
        Assert.Equal(chunk.Indices, Slurm().Queue(sweep.Id).Entries!.Select(e => e.Index!.Value).Order());
        Assert.True(Slurm().Cancel([SlurmIds.Of(job.Id, null)]).IsGood);
    }

    private async Task<(LiveSweep Sweep, SubmittedJob Job)> Running(string id)
    {
        var sweep = Sweep(id);
        var job = Slurm().Submit(new Submission(sweep.Script, sweep.Id, ArrayChunks.Of([0], 10_001)[0]));
        var log = Path.Combine(sweep.Folder, "logs", $"{SlurmIds.Of(job.Id, 0)}.out");
        await Eventually.Is(() => File.Exists(log) && File.ReadAllText(log).Length > 0, "it runs");
        return (sweep, job);
    }

    private LiveSweep Sweep(string id)
    {
        Skip.If(solo.Absent is not null, solo.Absent);
        return LiveSweep.In(solo.Folder, id);
    }

    private SlurmCommands Slurm(double seconds = 60)
    {
        Skip.If(solo.Absent is not null, solo.Absent);
        return SlurmCommands.Find(new SlurmSetup { Environment = solo.Environment, Timeout = TimeSpan.FromSeconds(seconds), QueuePause = TimeSpan.Zero });
    }
}
