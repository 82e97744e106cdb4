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

    /// <summary>The plugins that the run uses, for its environment.json.</summary>
    public IReadOnlyList<PluginRecord> Plugins { get; init; } = [];
}
