using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>How a run is carried out; nothing here is part of its identity.</summary>
public sealed record RunOptions
{
    /// <summary>The output folder.</summary>
    public string OutFolder { get; init; } = "runs";

    /// <summary>A device in place of the spec's, or null.</summary>
    public string? Device { get; init; }

    /// <summary>Threads of torch's operations, or null for its default. Sums are ordered by threads: results are compared at equal counts.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether a finished identical run is repeated.</summary>
    public bool Force { get; init; }

    /// <summary>Whether it gets a folder of its own beside every other of the run, unfinished ones too; only with <see cref="Force"/>.</summary>
    public bool Beside { get; init; }

    /// <summary>The cells of the run's experiment, where its teachers are looked for; empty where they are not known: then a teacher is the latest run of its name.</summary>
    public IReadOnlyList<ExperimentCell> Cells { get; init; } = [];

    /// <summary>Reads the typed spec of a finished run from its spec.json: a teacher's of another experiment.</summary>
    public Func<string, TrainingSpec> ReadSpec { get; init; } = path => throw new UnfoldException(
        "UFT012", $"{path} can only be read where the plugins are known", "name a teacher of the same experiment, or train with the unfold command");

    /// <summary>The command that repeats the run, for its environment.json; null where it is not run by one.</summary>
    public string? Command { get; init; }

    /// <summary>What the run must ask for, where it was planned before: the hash of its spec; null where it is not known.</summary>
    public string? PlannedSpecSha256 { get; init; }

    /// <summary>Called, by another thread, with a run that does not come back and was recorded as failed; null waits for it for ever.</summary>
    public Action<RunOutcome>? Stalled { get; init; }

    /// <summary>The plugins that the run uses, for its environment.json.</summary>
    public IReadOnlyList<PluginRecord> Plugins { get; init; } = [];
}
