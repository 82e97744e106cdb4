namespace Unfold.Sweeps.Tests;

/// <summary>What is made of the commands' answers; the answers are made up.</summary>
public sealed class SlurmCommandsTests
{
    private static readonly CommandResult Done = new(0, "", "", TimedOut: false);
    private static readonly CommandResult Late = new(-1, "", "", TimedOut: true);
    private static readonly Submission Ten = new("/x/submit.sh", "lista-7f3a", ArrayChunks.Of([.. Enumerable.Range(0, 3)], 1001)[0]) { Arguments = ["--hold"], Token = "abc" };

    private readonly List<string> _asked = [];

    [Fact]
    public void A_submission_is_one_command()
    {
        Assert.Equal(new SubmittedJob(263, "astra"), Slurm((_, _) => Done with { Out = "263;astra\n" }).Submit(Ten));
        Assert.Equal(["sbatch --parsable --job-name=lista-7f3a --comment=lista-7f3a abc --array=0-2 --hold /x/submit.sh --offset 0"], _asked);
    }

    [Fact]
    public void A_refusal_is_told_in_Slurms_words()
    {
        const string Words = "sbatch: error: Batch job submission failed: Invalid account or account/partition combination specified";
        var refused = Assert.Throws<SweepException>(() => Slurm((_, _) => new CommandResult(1, "", Words + "\n", TimedOut: false)).Submit(Ten));
        Assert.Equal(("UFS012", "Slurm refused the jobs: " + Words), (refused.Code, refused.Message));
        Assert.Single(_asked);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "sbatch: error: Batch job submission failed: Socket timed out on send/recv operation")]
    [InlineData(false, "sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)")]
    public void A_lost_answer_is_looked_for_in_the_queue(bool isLate, string error)
    {
        var looks = 0;
        var slurm = Slurm((program, _) => program == "sbatch"
            ? new CommandResult(isLate ? -1 : 1, "", error, isLate)
            : Done with { Out = ++looks < 2 ? "9|1|RUNNING|None|9|lista-7f3a other\n" : "9|1|RUNNING|None|9|lista-7f3a other\n12|1|PENDING|None|12|lista-7f3a abc\n" });
        Assert.Equal(new SubmittedJob(12), slurm.Submit(Ten));
        Assert.Single(_asked, a => a.StartsWith("sbatch", StringComparison.Ordinal));
    }

    [Fact]
    public void What_nobody_knows_is_said_and_not_submitted_again()
    {
        var silent = Assert.Throws<SweepException>(() => Slurm((_, _) => Late).Submit(Ten));
        Assert.Equal("UFS013", silent.Code);
        Assert.Contains("squeue did not answer in 60 seconds", silent.Message, StringComparison.Ordinal);
        Assert.Single(_asked, a => a.StartsWith("sbatch", StringComparison.Ordinal));
        Assert.Equal("UFS013", Assert.Throws<SweepException>(() => Slurm((program, _) => program == "sbatch" ? Late : Done).Submit(Ten)).Code);
    }

    [Fact]
    public void The_queue_is_asked_for_a_sweeps_own_jobs()
    {
        var answer = Slurm((_, _) => Done with { Out = "263|4|RUNNING|None|270|lista-7f3a abc\n" }).Queue("lista-7f3a");
        Assert.Equal("263_4", Assert.Single(answer.Entries!).Name);
        Assert.Equal(["squeue --noheader --states=all --name lista-7f3a --format %F|%K|%T|%r|%A|%k"], _asked);
    }

    [Fact]
    public void A_controller_that_is_down_is_an_answer()
    {
        Assert.Equal("squeue did not answer in 60 seconds", Slurm((_, _) => Late).Queue("x").Unknown);
        var down = Slurm((_, _) => new CommandResult(1, "", "slurm_load_jobs error: Unable to contact slurm controller (connect failure)\n", TimedOut: false)).Queue("x");
        Assert.Equal((null, "slurm_load_jobs error: Unable to contact slurm controller (connect failure)"), (down.Entries, down.Unknown));
    }

    [Fact]
    public void Jobs_that_are_forgotten_are_none() =>
        Assert.Empty(Slurm((_, _) => new CommandResult(1, "", "slurm_load_jobs error: Invalid job id specified\n", TimedOut: false)).Queue("x").Entries!);

    [Fact]
    public void A_site_without_accounting_is_asked_once()
    {
        var slurm = Slurm((_, _) => new CommandResult(1, "", "Slurm accounting storage is disabled\n", TimedOut: false));
        Assert.Null(slurm.Accounting([263]));
        Assert.Null(slurm.Accounting([263]));
        Assert.Equal(["sacct -X -P -n -o JobID,State -j 263"], _asked);
    }

    [Fact]
    public void A_database_that_is_down_is_asked_again()
    {
        var slurm = Slurm((_, _) => _asked.Count == 1
            ? new CommandResult(1, "", "sacct: error: Problem talking to the database: Connection refused\n", TimedOut: false)
            : Done with { Out = Repository.Recorded("sacct.txt") });
        Assert.Null(slurm.Accounting([1, 2]));
        Assert.NotEmpty(slurm.Accounting([1, 2])!);
    }

    [Fact]
    public void Many_jobs_are_cancelled_with_several_commands()
    {
        Assert.True(Slurm((_, _) => Done).Cancel([.. Enumerable.Range(0, 1200).Select(i => SlurmIds.Of(7, i))]).IsGood);
        Assert.Equal(3, _asked.Count);
    }

    [Fact]
    public void Held_jobs_are_released_together()
    {
        Assert.True(Slurm((_, _) => Done).Release(["7_1", "7_3"]).IsGood);
        Assert.Equal(["scontrol release 7_1,7_3"], _asked);
    }

    [Fact]
    public void Without_sbatch_there_is_no_Slurm()
    {
        var missing = Assert.Throws<SweepException>(() => SlurmCommands.Find(new SlurmSetup { Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["PATH"] = "/nowhere" } }));
        Assert.Equal("UFS011", missing.Code);
    }

    private SlurmCommands Slurm(Func<string, IReadOnlyList<string>, CommandResult> answer) => new(new SlurmSetup
    {
        Wait = _ => { },
        Run = (program, arguments) =>
        {
            _asked.Add($"{program} {string.Join(' ', arguments)}");
            return answer(program, arguments);
        },
    });
}
