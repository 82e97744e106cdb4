namespace Unfold.Results;

/// <summary>Who holds a run's lock, as the lock file says.</summary>
/// <param name="Host">The machine.</param>
/// <param name="Pid">The process.</param>
/// <param name="Started">When that process started, as its system counts it: process numbers are used again.</param>
/// <param name="Token">Names this holding of the lock.</param>
/// <param name="Heartbeat">When the holder last said that it lives, in UTC.</param>
public sealed record LockOwner(string Host, int Pid, string Started, string Token, string Heartbeat)
{
    /// <summary>This process, with a token of its own.</summary>
    public static LockOwner Me() => new(
        Environment.MachineName, Environment.ProcessId, HostProcess.StartOf(Environment.ProcessId) ?? "", Guid.NewGuid().ToString("n"), Clock.Now());

    /// <summary>Whether the process is one of this machine.</summary>
    public bool IsHere => Host == Environment.MachineName;

    /// <summary>Whether the process is of this machine and alive.</summary>
    public bool IsAliveHere => IsHere && HostProcess.StartOf(Pid) == Started;
}
