namespace Unfold.Specs;

/// <summary>Files that extend each other in a circle.</summary>
internal static class Cycle
{
    /// <summary>One mistake, whichever of the files it is found from: at the first one by name, with the chain from there and back.</summary>
    public static SpecMistake Mistake(IReadOnlyList<(string File, SpecObject Root)> cycle)
    {
        var first = Enumerable.Range(0, cycle.Count).Aggregate((a, b) => string.CompareOrdinal(cycle[a].File, cycle[b].File) <= 0 ? a : b);
        List<string> files = [.. cycle.Skip(first).Concat(cycle.Take(first + 1)).Select(c => c.File)];
        var shared = Folder(files[0]);
        while (!files.All(f => f.StartsWith(shared, StringComparison.Ordinal)))
            shared = Folder(shared.TrimEnd('/'));
        return new SpecMistake("UFX020", cycle[first].Root[Extends.Key]!.Value.Place, $"this extends itself: {string.Join(" → ", files.Select(f => f.Substring(shared.Length)))}");
    }

    private static string Folder(string path) => path.Substring(0, path.LastIndexOf('/') + 1);
}
