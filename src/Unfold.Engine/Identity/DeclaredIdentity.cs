using Unfold.Engine.Teachers;
using Unfold.Results;

namespace Unfold.Engine.Identity;

/// <summary>What the cells of an experiment ask for today, as <see cref="RunResult.SpecSha256"/> of a run would say: from the declaration alone, without torch.</summary>
/// <param name="experiment">The experiment.</param>
public sealed class DeclaredIdentity(Experiment experiment)
{
    /// <summary>The hash of the cell that a run was made of.</summary>
    /// <param name="run">The run, which says what teachers of other experiments were like.</param>
    /// <returns>Null where the experiment has no such cell, or where the hash hangs on runs that are not at hand.</returns>
    /// <exception cref="UnfoldException">The cell's spec cannot be built: a plugin is missing, an option is wrong.</exception>
    public string? Of(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return experiment.Cells.FirstOrDefault(c => c.Name == run.Name) is { } cell ? Of(cell, run.Seed, run, []) : null;
    }

    /// <summary>The hash of a cell for a seed.</summary>
    /// <returns>Null where it hangs on runs of other experiments.</returns>
    /// <exception cref="UnfoldException">The cell's spec cannot be built: a plugin is missing, an option is wrong.</exception>
    public string? Of(ExperimentCell cell, int seed)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Of(cell, seed, null, []);
    }

    private string? Of(ExperimentCell cell, int seed, RunResult? run, IReadOnlyList<string> students)
    {
        if (students.Contains(cell.Name))
            throw TeacherOrder.Circle(students.Append(cell.Name));
        var spec = cell.CreateRun(seed);
        var teachers = TaughtComponents.TeachersOf(spec).ToDictionary(name => name, name => Teacher(name, cell, seed, run, [.. students, cell.Name]), StringComparer.Ordinal);
        return teachers.ContainsValue(null) ? null : RunIdentity.Of(spec, teachers!).SpecSha256;
    }

    private TeacherRecord? Teacher(string name, ExperimentCell student, int seed, RunResult? run, IReadOnlyList<string> students)
    {
        var parsed = TeacherName.Parse(name);
        if (parsed.Folder is not null || (parsed.Experiment is { } other && other != experiment.Name))
            return run?.Teachers.GetValueOrDefault(name);
        var cell = TeacherOrder.CellOf(experiment.Cells, name, student.Name);
        return Of(cell, seed, null, students) is { } hash ? new TeacherRecord(experiment.Name, cell.Name, "", hash, "") : null;
    }
}
