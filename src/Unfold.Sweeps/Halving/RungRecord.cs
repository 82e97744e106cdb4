namespace Unfold.Sweeps;

/// <summary>What was decided about a cell at a rung, and from what: all that it takes to decide it again.</summary>
public sealed record RungRecord
{
    /// <summary>The cell's index in the sweep.</summary>
    public required int Cell { get; init; }

    /// <summary>The epochs that it had trained.</summary>
    public required int Epoch { get; init; }

    /// <summary>The metric that was compared, such as <c>validation.mse</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Its value.</summary>
    public required double Value { get; init; }

    /// <summary>Whether the cell trains on.</summary>
    public required bool GoesOn { get; init; }

    /// <summary>What other cells had recorded at the rung by then, by cell; of a repeated decision, what the first one was made from.</summary>
    public IReadOnlyList<RungValue> Compared { get; init; } = [];

    /// <summary>Whether the decision was taken from the record of another sweep.</summary>
    public bool IsRepeated { get; init; }
}
