using Unfold.Engine.Identity;
using Unfold.Engine.Runs;
using Unfold.Engine.Teachers;
using Unfold.Results;

namespace Unfold.Engine.Planning;

/// <summary>What the runs of an experiment are, before any of them is begun: cells times seeds, teachers before their students.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="options">The output folder, and the way to the specs of other experiments.</param>
public sealed class RunPlanner(Experiment experiment, RunOptions options)
{
    private readonly DeclaredIdentity _declared = new(experiment);
    private readonly Dictionary<(string Name, int Seed), int> _places = [];

    /// <summary>Plans the runs of some cells, and of those that they learn from.</summary>
    /// <param name="asked">The cells.</param>
    /// <exception cref="UnfoldException">A spec has mistakes; a teacher of another experiment is not trained (UFT010).</exception>
    public IReadOnlyList<PlannedRun> Plan(IReadOnlyList<ExperimentCell> asked)
    {
        _places.Clear();
        return [.. TeacherOrder.Of(experiment.Cells, asked).SelectMany(planned => Runs(planned.Cell))];
    }

    private IEnumerable<PlannedRun> Runs(ExperimentCell cell)
    {
        var spec = cell.Create();
        var teachers = TaughtComponents.TeachersOf(spec);
        foreach (var seed in cell.Seeds)
        {
            _places[(cell.Name, seed)] = _places.Count;
            var (sha256, folder) = Identify(cell, spec with { Seed = seed }, isTaught: teachers.Count > 0);
            yield return new PlannedRun(cell, seed, sha256, folder, [.. teachers.Select(t => PlaceOf(t, cell.Name, seed)).OfType<int>().Distinct().Order()]);
        }
    }

    private (string SpecSha256, string? Folder) Identify(ExperimentCell cell, TrainingSpec spec, bool isTaught)
    {
        if (!isTaught)
            return Known(RunIdentity.Of(spec));
        try
        {
            var teachers = new TeacherFinder(experiment.Name, cell.Name, options with { Cells = experiment.Cells }).Find(spec);
            return Known(RunIdentity.Of(spec, teachers.ToDictionary(t => t.Name, t => t.Record, StringComparer.Ordinal)));
        }
        catch (UnfoldException notYet) when (notYet.Code == "UFT010" && _declared.Of(cell, spec.Seed) is not null)
        {
            return (_declared.Of(cell, spec.Seed)!, null);
        }

        (string, string?) Known(RunIdentity identity) =>
            (identity.SpecSha256, new RunKey(experiment.Name, cell.Name, spec.Seed, identity.Sha256).RelativeFolder.Replace('\\', '/'));
    }

    // A teacher of another experiment was trained before.
    private int? PlaceOf(string teacher, string student, int seed) =>
        TeacherName.Parse(teacher) is { Folder: null } name && (name.Experiment is null || name.Experiment == experiment.Name)
        && _places.TryGetValue((TeacherOrder.CellOf(experiment.Cells, teacher, student).Name, seed), out var place)
            ? place
            : null;
}
