namespace Unfold.Sweeps;

/// <summary>The file of a cell below <c>rungs/</c>.</summary>
internal sealed record RungFile
{
    /// <summary>The format's version.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The cell's records, in the order of their epochs.</summary>
    public IReadOnlyList<RungRecord>? Records { get; init; }

    /// <summary>Whether it is whole: JSON of something else reads as a file without records, or of another cell.</summary>
    public bool IsOf(int cell) => Records is not null && Records.All(r => r?.Metric is not null && r.Compared is not null && r.Cell == cell && r.Epoch > 0);
}
