using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>How a run is carried out; nothing here changes its numbers on one machine.</summary>
public sealed record RunOptions
{
    /// <summary>The output folder.</summary>
    public string OutFolder { get; init; } = "runs";

    /// <summary>A device in place of the spec's, or null.</summary>
    public string? Device { get; init; }

    /// <summary>Whether a finished identical run is repeated.</summary>
    public bool Force { get; init; }

    /// <summary>The plugins that the run uses, for its environment.json.</summary>
    public IReadOnlyList<PluginRecord> Plugins { get; init; } = [];
}
