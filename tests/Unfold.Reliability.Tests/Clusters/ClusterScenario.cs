using System.Globalization;
using Unfold.Slurm;
using Unfold.Sweeps;

namespace Unfold.Reliability.Tests;

/// <summary>A submitted and watched sweep, to whose jobs a cluster does what clusters do.</summary>
/// <param name="slurm">The cluster.</param>
/// <param name="sweep">The sweep, submitted.</param>
internal sealed class ClusterScenario(SoloSlurm slurm, ClusterSweep sweep)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(40);
    private readonly Random _random = new(ChaosSize.Seed);
    private readonly SlurmOperator _operator = new(slurm);
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>What was done, by kind.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>What was done, how often.</summary>
    public string Outcome => string.Join(", ", _counts.Select(c => $"{c.Value} {c.Key}"));

    /// <summary>Does it until it was done so often, or the sweep has ended; then only looks after the queue.</summary>
    /// <param name="watch">The process that watches the sweep.</param>
    /// <param name="times">How often each.</param>
    public async Task Disturb(UnfoldProcess watch, int times)
    {
        using var timer = new PeriodicTimer(Pause);
        (string Name, Func<Task<bool>> Do)[] kinds = [("SIGKILLs", Kill), ("SIGUSR1", User1), ("requeues", Requeue), ("preemptions", Preempt), ("controllers killed", Controller)];
        var end = DateTime.UtcNow + Longest;
        var restarted = DateTime.UtcNow;
        while (!watch.WaitFor(TimeSpan.Zero))
        {
            Assert.True(DateTime.UtcNow < end, $"the watch has not ended: {Outcome}\n{_operator.Describe()}");
            _operator.Tidy();
            // First what was done least, so that each is done however fast the trainings are.
            var left = kinds.Where(k => _counts.GetValueOrDefault(k.Name) < (k.Do == Controller ? 1 : times)).OrderBy(k => _counts.GetValueOrDefault(k.Name)).ThenBy(_ => _random.Next()).ToList();
            if (left.Count > 0 && await left[0].Do())
                _counts[left[0].Name] = _counts.GetValueOrDefault(left[0].Name) + 1;
            if (!left.Any(k => k.Do == Controller) && DateTime.UtcNow - restarted > Patience)
            {
                // What the nodes said at once may have been too early: of jobs that have just begun Slurm does not believe it.
                await slurm.RestartNodes();
                restarted = DateTime.UtcNow;
            }

            await timer.WaitForNextTickAsync();
        }
    }

    private IReadOnlyList<QueueEntry> Jobs => SqueueOutput.Parse(slurm.Run("squeue", "-h", "-r", "-t", "all", "-n", sweep.Sweep.Id, "-o", SqueueOutput.Format).Output);

    private QueueEntry? Running() => Jobs.Where(j => j.State == "RUNNING").ToList() is { Count: > 0 } running ? running[_random.Next(running.Count)] : null;

    private Task<bool> Kill()
    {
        var owners = CellStandings.Of(sweep.Sweep).Where(s => s.State == CellState.Running).Select(s => s.Run?.Owner).Where(o => o is { IsAliveHere: true }).ToList();
        return Task.FromResult(owners.Count > 0 && Signals.Send(owners[_random.Next(owners.Count)]!.Pid, Signals.Kill));
    }

    // Where the job was put back meanwhile, scancel would wait until it runs again.
    private Task<bool> User1() => Task.FromResult(Running() is { } job && slurm.Run("timeout", "5", "scancel", "-b", "-s", "USR1", job.Name).ExitCode == 0);

    private Task<bool> Requeue() => Task.FromResult(Running() is { } job && slurm.Run("scontrol", "requeue", job.Name).ExitCode == 0);

    // Both nodes whole: whatever runs has to go.
    private Task<bool> Preempt() => Task.FromResult(Running() is not null && slurm.Run("sbatch", "-p", "high", "-N", "2", "--exclusive", "-o", "/dev/null", "-t", "1", "--wrap", "sleep 3").ExitCode == 0);

    private async Task<bool> Controller()
    {
        // Of a job that ends meanwhile it would wait for the time limit.
        if (slurm.Run("squeue", "-h", "-p", "high").Output.Trim().Length > 0)
            return false;
        await slurm.KillController();
        await slurm.StartController();
        await slurm.RestartNodes();
        return true;
    }
}
