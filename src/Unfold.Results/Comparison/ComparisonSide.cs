namespace Unfold.Results;

/// <summary>One side of a comparison: the runs of a variant or cell, one for each seed.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Runs">The latest run of each seed, by seed; at least one.</param>
public sealed record ComparisonSide(string Name, IReadOnlyList<StoredRun> Runs)
{
    /// <summary>Finds a side.</summary>
    /// <param name="outFolder">The output folder, for names.</param>
    /// <param name="nameOrFolder">What <see cref="RunLookup"/> finds, of one variant or cell.</param>
    /// <exception cref="ResultsException">UFR008: it names no run, or more than one variant or cell; UFR003: a run's files are damaged.</exception>
    public static ComparisonSide Find(string outFolder, string nameOrFolder)
    {
        var runs = RunLookup.Find(outFolder, nameOrFolder);
        var cells = runs.Select(r => $"{r.Result.Experiment}/{r.Result.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return cells switch
        {
            [_] => new ComparisonSide(nameOrFolder, runs),
            [] => throw new ResultsException("UFR008", $"there is no run in '{nameOrFolder}', nor in {Path.GetFullPath(Path.Combine(outFolder, nameOrFolder))}", "give a run's folder, or experiment/variant"),
            _ => throw new ResultsException("UFR008", $"'{nameOrFolder}' has several variants or cells", $"name one: {string.Join(", ", cells.Take(10))}{(cells.Count > 10 ? ", …" : "")}"),
        };
    }
}
