namespace Unfold.Specs;

/// <summary>Dotted paths into a tree, such as <c>architecture.start.layers</c>.</summary>
public static class SpecPath
{
    /// <summary>The value at a path, or null.</summary>
    public static SpecNode? Find(SpecObject root, string path)
    {
        SpecNode? at = root;
        foreach (var name in path.Split('.'))
            at = (at as SpecObject)?[name]?.Value;
        return at;
    }

    /// <summary>A tree that holds one value, to be laid over another.</summary>
    /// <param name="path">Where the value goes.</param>
    /// <param name="place">The place of the path itself.</param>
    /// <param name="value">The value.</param>
    public static SpecObject Nest(string path, SpecPlace place, SpecNode value)
    {
        var tree = value;
        foreach (var name in path.Split('.').Reverse())
            tree = new SpecObject(place, new EquatableArray<SpecMember>([new SpecMember(name, place, tree)]));
        return (SpecObject)tree;
    }
}
