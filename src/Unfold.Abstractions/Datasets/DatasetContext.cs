namespace Unfold;

/// <summary>What a dataset may use to load itself.</summary>
/// <param name="DataFolders">
/// Folders to look in, in order: <c>UNFOLD_DATA</c> where it is set, then the cache that <c>unfold data fetch</c> fills.
/// </param>
/// <param name="Seed">The data seed of the run, for seeded samples and generated signals.</param>
public sealed record DatasetContext(IReadOnlyList<string> DataFolders, ulong Seed)
{
    /// <summary>Set when the run is to stop: what takes longer than a few seconds looks at it.</summary>
    public CancellationToken Cancellation { get; init; }
}
