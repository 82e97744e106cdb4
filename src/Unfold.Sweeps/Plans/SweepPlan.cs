namespace Unfold.Sweeps;

/// <summary>A sweep as it was expanded, once: its sweep.json. Whoever works on it, here or on a cluster, works on these cells.</summary>
public sealed record SweepPlan
{
    /// <summary>The format's version.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The experiment's name, as folders of runs have it.</summary>
    public required string Experiment { get; init; }

    /// <summary>What the experiment was called on the command line: its name, or its file.</summary>
    public required string Called { get; init; }

    /// <summary>Changes that were made on the command line.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The output folder of the runs, relative to the sweep's own.</summary>
    public required string Out { get; init; }

    /// <summary>When it was expanded, in UTC.</summary>
    public required string Created { get; init; }

    /// <summary>The cells, by index.</summary>
    public required IReadOnlyList<SweepCell> Cells { get; init; }
}
