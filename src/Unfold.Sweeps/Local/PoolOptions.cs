namespace Unfold.Sweeps;

/// <summary>How a sweep is run on this machine.</summary>
public sealed record PoolOptions
{
    /// <summary>Processes at a time.</summary>
    public required int Jobs { get; init; }

    /// <summary>Whether the first failure stops everything.</summary>
    public bool FailFast { get; init; }

    /// <summary>The program that runs a cell, and its first arguments; the cell's own follow: <c>sweep cell &lt;folder&gt; &lt;index&gt;</c>.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>Further arguments of every cell.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How often a cell that was stopped from outside is begun again.</summary>
    public int MostStops { get; init; } = 20;
}
