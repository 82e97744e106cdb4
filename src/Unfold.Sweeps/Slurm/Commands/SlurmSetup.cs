namespace Unfold.Sweeps;

/// <summary>How Slurm's commands are run.</summary>
public sealed record SlurmSetup
{
    /// <summary>Environment variables for the commands beside those of this process; a null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>How long a command may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The time before each look at the queue for jobs that sbatch may have submitted although its answer was lost.</summary>
    public TimeSpan QueuePause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Waits; for tests.</summary>
    internal Action<TimeSpan> Wait { get; init; } = span => Task.Delay(span).Wait();

    /// <summary>Runs a command in place of a process; for tests.</summary>
    internal Func<string, IReadOnlyList<string>, CommandResult>? Run { get; init; }
}
