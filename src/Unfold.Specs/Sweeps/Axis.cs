namespace Unfold.Specs;

/// <summary>An axis of a sweep: a path and the values that it takes.</summary>
/// <param name="Path">Dotted, such as <c>architecture.layers</c>.</param>
/// <param name="Place">The place of the path.</param>
/// <param name="Values">The values, at least one; none where they are drawn from a range.</param>
/// <param name="IsNamed">Whether its value is part of a cell's name.</param>
public sealed record Axis(string Path, SpecPlace Place, EquatableArray<SpecNode> Values, bool IsNamed = true)
{
    private const string Use = ".use";

    /// <summary>What its values are drawn from, in a random search; null where they are listed.</summary>
    internal DrawnRange? Range { get; init; }

    /// <summary>The number of its values; infinite for a range of numbers.</summary>
    internal double Count => Range?.Count ?? Values.Count;

    /// <summary>An axis; <c>loss.use</c> takes other components, and is the axis <c>loss</c>.</summary>
    public static Axis Of(string path, SpecPlace place, IEnumerable<SpecNode> values) => path.EndsWith(Use, StringComparison.Ordinal)
        ? new Axis(path.Substring(0, path.Length - Use.Length), place, new EquatableArray<SpecNode>([.. values.Select(v => SpecPath.Nest("use", v.Place, v))]))
        : new Axis(path, place, new EquatableArray<SpecNode>([.. values]));

    /// <summary>The value at a part of the axis: at least 0, below 1.</summary>
    internal SpecNode At(double part) => Range?.At(part) ?? Values[(int)(part * Values.Count)];
}
