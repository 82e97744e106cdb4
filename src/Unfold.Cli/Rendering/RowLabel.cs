namespace Unfold.Cli.Rendering;

/// <summary>The first column of a table: a label that is too long for it, such as a cell's name, has a line of its own.</summary>
internal static class RowLabel
{
    private const int Least = 13;

    /// <summary>The column's width: that of the longest label, and not more than there is room for.</summary>
    public static int Width(IEnumerable<string> labels, int room) => Math.Clamp(labels.Select(l => l.Length + 1).DefaultIfEmpty().Max(), Math.Min(Least, room), room);

    /// <summary>The label in that width.</summary>
    public static string Of(string label, int width) => label.Length <= width ? label.PadRight(width) : $"{label}\n{new string(' ', width)}";
}
