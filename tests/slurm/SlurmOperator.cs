using System.Globalization;

namespace Unfold.Slurm;

/// <summary>An operator who does not want to wait: starts jobs that were put back into the queue, which Slurm holds for two minutes, and takes nodes back that it drained.</summary>
/// <param name="slurm">The cluster.</param>
public sealed class SlurmOperator(SoloSlurm slurm)
{
    // Tests call in loops; and in the second in which a job was put back Slurm refuses to start it: "Job credential revoked".
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, DateTime> _waiting = new(StringComparer.Ordinal);
    private DateTime _last;

    /// <summary>Looks after the cluster, once a second at most.</summary>
    public void Tidy()
    {
        var now = DateTime.UtcNow;
        if (now - _last < Pause)
            return;
        _last = now;
        var held = Lines("squeue", "-h", "-r", "-t", "PENDING", "-o", "%A %r").Where(l => l.EndsWith(" BeginTime", StringComparison.Ordinal)).Select(l => l.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _waiting.Keys.Except(held).ToList())
            _waiting.Remove(gone);
        foreach (var job in held.Where(j => !_waiting.TryAdd(j, now) && now - _waiting[j] >= Patience))
            slurm.Run("scontrol", "update", $"JobId={job}", "StartTime=now");
        foreach (var node in Lines("sinfo", "-h", "-N", "-p", "low", "-o", "%N %t").Select(l => l.Split(' ')).Where(n => n[1].StartsWith('d')))
            slurm.Run("scontrol", "update", $"NodeName={node[0]}", "State=RESUME");
    }

    /// <summary>All jobs, with their states, and what the nodes are at: for the messages of tests.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{slurm.Run("squeue", "-t", "all").Output}{slurm.Run("sinfo").Output}{Tail()}");

    private string[] Lines(string program, params string[] arguments) => slurm.Run(program, arguments).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Tail() => string.Join('\n', File.ReadLines(Path.Combine(slurm.Folder, "log", "slurmctld.log")).TakeLast(20));
}
