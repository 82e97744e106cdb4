using Unfold.Slurm;

namespace Unfold.Sweeps.Tests;

public sealed class CommandRunnerTests
{
    private static readonly Dictionary<string, string?> Job = new(StringComparer.Ordinal)
    {
        ["SLURM_CONF"] = "/x/slurm.conf",
        ["SLURM_JOB_ID"] = "7",
        ["SBATCH_SIGNAL"] = "TERM@9",
        ["SBATCH_ACCOUNT"] = "ada",
        ["SQUEUE_PARTITION"] = "low",
    };

    [SkippableFact]
    public void Arguments_are_handed_over_as_they_are()
    {
        Skip.If(OperatingSystem.IsWindows(), "Slurm runs on Linux");
        Assert.Equal("a b\n$HOME 'x'\n", Runner(60).Run("printf", ["%s\n", "a b", "$HOME 'x'"]).Out);
    }

    [SkippableFact]
    public void Exit_code_and_both_outputs_are_kept()
    {
        Skip.If(OperatingSystem.IsWindows(), "Slurm runs on Linux");
        Assert.Equal(new CommandResult(3, "out\n", "error\n", TimedOut: false), Runner(60).Run("sh", ["-c", "echo out; echo error >&2; exit 3"]));
    }

    [Fact]
    public void A_program_that_is_not_there_is_a_failure() => Assert.False(Runner(60).Run("no-such-program-of-slurm", []).IsGood);

    [SkippableFact]
    public async Task A_command_that_does_not_answer_is_stopped_with_its_children()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "processes are looked up in /proc");
        var result = Runner(0.5).Run("sh", ["-c", "sleep 600 & echo $!; wait"]);
        Assert.True(result.TimedOut);
        await Eventually.Is(() => !File.Exists($"/proc/{result.Out.Trim()}/cmdline") || File.ReadAllText($"/proc/{result.Out.Trim()}/cmdline").Length == 0, "the child is gone");
    }

    [SkippableFact]
    public void The_environment_is_the_sites_and_not_that_of_a_job()
    {
        Skip.If(OperatingSystem.IsWindows(), "Slurm runs on Linux");
        var seen = Runner(60).Run("env", []).Out.Split('\n').Where(l => l.StartsWith("SLURM_", StringComparison.Ordinal) || l.StartsWith('S') && l.Contains("BATCH_", StringComparison.Ordinal) || l.StartsWith("SQUEUE_", StringComparison.Ordinal));
        Assert.Equal(["SLURM_BITSTR_LEN=0", "SLURM_CONF=/x/slurm.conf", "SLURM_TIME_FORMAT=standard"], seen.Order(StringComparer.Ordinal));
    }

    private static CommandRunner Runner(double seconds) => new(Job, TimeSpan.FromSeconds(seconds));
}
