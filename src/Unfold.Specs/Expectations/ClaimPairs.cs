namespace Unfold.Specs;

/// <summary>Which cells a claim between two variants compares: those with the same axis values.</summary>
public static class ClaimPairs
{
    /// <summary>The pairs, in the order of the left side.</summary>
    /// <param name="left">The left variant or cell.</param>
    /// <param name="right">The right one.</param>
    /// <param name="leftCells">Names of the cells that the left name stands for.</param>
    /// <param name="rightCells">Those of the right name.</param>
    public static IEnumerable<(string Left, string Right)> Of(string left, string right, IReadOnlyList<string> leftCells, IReadOnlyList<string> rightCells)
    {
        // A side that names one thing is compared with everything of the other.
        if (IsOne(left, leftCells) || IsOne(right, rightCells))
            return leftCells.SelectMany(_ => rightCells, (l, r) => (l, r));
        var byValues = new HashSet<string>(rightCells, StringComparer.Ordinal);
        return leftCells.Select(l => (Left: l, Right: right + l.Substring(left.Length))).Where(pair => byValues.Contains(pair.Right));
    }

    private static bool IsOne(string name, IReadOnlyList<string> cells) => cells.Count == 1 && cells[0] == name;
}
