namespace Unfold.Sweeps;

/// <summary>How Slurm's commands are run.</summary>
public sealed record SlurmSetup
{
    /// <summary>Environment variables for the commands beside those of this process; a null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>How long a command may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The shortest time between two looks at the queue.</summary>
    public TimeSpan QueuePause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Waits; for tests. Only where sbatch's answer was lost: the queue is asked for its jobs, as soon as it may be asked again, before anything else is done.</summary>
    internal Action<TimeSpan> Wait { get; init; } = span => Task.Delay(span).Wait();

    /// <summary>Runs a command in place of a process; for tests.</summary>
    internal Func<string, IReadOnlyList<string>, CommandResult>? Run { get; init; }
}
