namespace Unfold.Hosting;

/// <summary>All interfaces of a class: its own, those of its base classes and those that its interfaces extend.</summary>
internal static class InterfaceReader
{
    /// <summary>Full names, sorted ordinally. Interfaces of the framework appear, what they extend does not.</summary>
    public static IReadOnlySet<string> All(ResolvedType type)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var level in type.SelfAndBases())
            Collect(level, found);
        return found;
    }

    private static void Collect(ResolvedType type, SortedSet<string> found)
    {
        foreach (var handle in type.Definition.GetInterfaceImplementations())
        {
            var shape = type.Shapes.Of(type.Reader.GetInterfaceImplementation(handle).Interface);
            if (found.Add(shape.FullName) && type.Resolve(shape) is { } extended)
                Collect(extended, found);
        }
    }
}
