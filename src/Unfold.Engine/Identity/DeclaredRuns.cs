using Unfold.Results;

namespace Unfold.Engine.Identity;

/// <summary>Tells the runs of an experiment as it is declared today from strays: other cells and seeds, and runs of another spec.</summary>
/// <param name="experiment">The experiment.</param>
public sealed class DeclaredRuns(Experiment experiment)
{
    private readonly DeclaredIdentity _identity = new(experiment);

    /// <summary>The experiment.</summary>
    public Experiment Experiment => experiment;

    /// <summary>The cells, for claims.</summary>
    public IReadOnlyList<DeclaredCell> Cells { get; } = [.. experiment.Cells.Select(c => new DeclaredCell(c.Variant, c.Name))];

    /// <summary>Whether a run is of a cell and seed that are declared.</summary>
    public bool IsDeclared(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return experiment.Cells.Any(c => c.Name == run.Result.Name && c.Seeds.Contains(run.Result.Seed));
    }

    /// <summary>Whether a run is of the experiment as it is declared today, or cannot be told from one.</summary>
    public bool IsCurrent(StoredRun run) => Stray(run) is null;

    /// <summary>The hash of today's spec where a run was made of another one, or null.</summary>
    /// <exception cref="UnfoldException">Today's spec cannot be built.</exception>
    public string? Changed(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _identity.Of(run) is { } today && today != run.SpecSha256 ? today : null;
    }

    /// <summary>The same in words, with the mend, or null.</summary>
    /// <exception cref="UnfoldException">Today's spec cannot be built.</exception>
    public string? Stale(RunResult run) => Changed(run) is { } today
        ? $"it was made of another spec than today's (identity {run.SpecSha256[..12]}, today {today[..12]}); train and accept it again: unfold verify {Called} --accept --keep"
        : null;

    /// <summary>What commands call it: a file that is no part of the repository has no name.</summary>
    public string Called => Path.IsPathRooted(experiment.Source) ? Path.GetRelativePath(Directory.GetCurrentDirectory(), experiment.Source) : experiment.Name;

    /// <summary>The runs that are of the experiment as it is declared, and what is said of the others; what cannot be built here is taken as it is.</summary>
    public (IReadOnlyList<StoredRun> Runs, IReadOnlyList<string> LeftOut) Split(IReadOnlyList<StoredRun> runs)
    {
        var reasons = runs.ToLookup(Stray);
        return ([.. reasons[null]], [.. reasons.Where(g => g.Key is not null).Select(g => $"left out: {g.Count()} {(g.Count() == 1 ? "run" : "runs")} {g.Key}: {Names(g)}")]);
    }

    private string? Stray(StoredRun run)
    {
        if (experiment.Cells.All(c => c.Name != run.Result.Name))
            return "of cells that the experiment does not declare";
        if (!IsDeclared(run))
            return "of seeds that the experiment does not declare";
        try
        {
            return Changed(run.Result) is null ? null : "of another spec than the one that is declared now";
        }
        catch (UnfoldException)
        {
            // A report needs no plugin's code.
            return null;
        }
    }

    private static string Names(IEnumerable<StoredRun> runs)
    {
        const int Most = 10;
        var names = runs.Select(r => r.Result.Name).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", names.Take(Most)) + (names.Count > Most ? ", …" : "");
    }
}
