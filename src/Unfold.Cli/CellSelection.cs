namespace Unfold.Cli;

/// <summary>The cells that <c>--variant</c> names.</summary>
internal static class CellSelection
{
    /// <summary>The cells of these variants or cells, in the order of the file; all for no names.</summary>
    /// <exception cref="UnfoldException">UFX017: there is no such variant or cell.</exception>
    public static IReadOnlyList<ExperimentCell> Of(Experiment experiment, IReadOnlyCollection<string> names)
    {
        var unknown = names.FirstOrDefault(name => !experiment.Cells.Any(c => IsNamed(c, name)));
        return unknown is null
            ? [.. experiment.Cells.Where(c => names.Count == 0 || names.Any(name => IsNamed(c, name)))]
            : throw Unknown(experiment, unknown);
    }

    /// <summary>There is no variant or cell of this name.</summary>
    public static UnfoldException Unknown(Experiment experiment, string name)
    {
        var isCell = name.Contains('[', StringComparison.Ordinal);
        var known = experiment.Cells.Select(c => isCell ? c.Name : c.Variant).Distinct().ToList();
        return new UnfoldException("UFX017", $"'{experiment.Name}' has no {(isCell ? "cell" : "variant")} '{name}'", $"{(isCell ? "its cells" : "its variants")} are {string.Join(", ", known.Take(20))}{(known.Count > 20 ? ", …" : "")}");
    }

    private static bool IsNamed(ExperimentCell cell, string name) => cell.Name == name || cell.Variant == name;
}
