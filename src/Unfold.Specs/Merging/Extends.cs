namespace Unfold.Specs;

/// <summary><c>extends</c>: lays a file over the one that it names, and that over the one that it names in turn.</summary>
public static class Extends
{
    /// <summary>The key.</summary>
    public const string Key = "extends";

    private static readonly string[] OfTheFileAlone = ["$schema", "abstract", Key];

    /// <summary>The path that a tree extends, as it was written, or null.</summary>
    public static SpecScalar? Target(SpecObject root) => root[Key]?.Value as SpecScalar is { Kind: SpecScalarKind.String } target ? target : null;

    /// <summary>Resolves a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="files">The files that there are, itself included.</param>
    public static ResolvedSpec Resolve(string file, SpecFiles files)
    {
        var chain = new List<(string File, SpecObject Root)>();
        for (var at = SpecFiles.Normal(file); ;)
        {
            if (files.Find(at)?.Root is not { } root)
                return new ResolvedSpec(file, null, default);
            chain.Add((at, root));
            if (root[Key] is not { Value: not SpecScalar { IsNull: true } and var value })
                return Resolved(chain);
            if (Target(root) is not { Text: var relative })
                return Refuse("UFX005", value, "'extends' is a string: the path of another spec, relative to this one");
            if (SpecFiles.Combine(at, relative) is not { } next || files.Find(next) is null)
                return Refuse("UFX020", value, $"there is no spec '{relative}' to extend; the path is relative to this file, with its extension");
            if (chain.FindIndex(c => c.File == next) is >= 0 and var first)
                return new ResolvedSpec(file, null, new EquatableArray<SpecMistake>([Cycle.Mistake([.. chain.Skip(first)])]));
            at = next;
        }

        ResolvedSpec Refuse(string code, SpecNode place, string message) =>
            new(file, null, new EquatableArray<SpecMistake>([new SpecMistake(code, place.Place, message)]));
    }

    private static ResolvedSpec Resolved(List<(string File, SpecObject Root)> chain)
    {
        var (file, own) = chain[0];
        var below = chain.Count == 1 ? null : chain.Skip(1).Select(c => c.Root).Reverse().Aggregate(Lay);
        var merged = below is null ? own : Lay(below, own);
        // At the top a null is the same as nothing. The root's own place stays that of the file itself.
        var root = own with { Members = merged.Where(m => m.Value is not SpecScalar { IsNull: true }).Members };
        return new ResolvedSpec(file, root, new EquatableArray<SpecMistake>([.. RestatedValues.Of(own, below, root)]));
    }

    private static SpecObject Lay(SpecObject below, SpecObject above) => VariantMerger.Merge(below.Where(m => !OfTheFileAlone.Contains(m.Name)), above);
}
