using Unfold.Specs;

namespace Unfold.Engine.Teachers;

/// <summary>The order in which an experiment's cells are trained: teachers before their students, else as in the file.</summary>
public static class TeacherOrder
{
    /// <summary>The cells that were asked for and those that they learn from.</summary>
    /// <param name="all">All cells of the experiment.</param>
    /// <param name="asked">Those that were asked for.</param>
    /// <returns>Each once; a teacher has the seeds of its students too.</returns>
    /// <exception cref="UnfoldException">UFX040: there is no cell of a teacher's name; UFX041: teachers go round in a circle.</exception>
    public static IReadOnlyList<PlannedCell> Of(IReadOnlyList<ExperimentCell> all, IReadOnlyList<ExperimentCell> asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var planned = new List<PlannedCell>();
        foreach (var cell in asked)
            Add(cell, [], []);
        return planned;

        void Add(ExperimentCell cell, IReadOnlyList<int> needed, IReadOnlyList<string> students)
        {
            if (students.Contains(cell.Name))
                throw Circle(students.Append(cell.Name));
            var isAsked = asked.Any(a => a.Name == cell.Name);
            IReadOnlyList<int> seeds = [.. (isAsked ? cell.Seeds : []).Union(needed)];
            foreach (var teacher in InExperiment(cell))
                Add(CellOf(all, TeacherName.Parse(teacher).Variant!, teacher), seeds, [.. students, cell.Name]);
            var known = planned.FindIndex(p => p.Cell.Name == cell.Name);
            if (known < 0)
                planned.Add(new PlannedCell(cell with { Seeds = seeds }, isAsked));
            else
                planned[known] = planned[known] with { Cell = cell with { Seeds = [.. planned[known].Cell.Seeds.Union(seeds)] } };
        }
    }

    /// <summary>Teachers of the same experiment that some cell names and that are not among the cells.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<ExperimentCell> cells) =>
        [.. cells.SelectMany(InExperiment).Select(name => TeacherName.Parse(name).Variant!).Distinct(StringComparer.Ordinal).Where(variant => cells.All(c => c.Name != variant))];

    /// <exception cref="UnfoldException">UFX040: there is none, or several.</exception>
    internal static ExperimentCell CellOf(IReadOnlyList<ExperimentCell> cells, string variant, string name)
    {
        if (cells.FirstOrDefault(c => c.Name == variant) is { } cell)
            return cell;
        var ofSweep = cells.Where(c => c.Variant == variant).Select(c => c.Name).ToList();
        throw ofSweep.Count > 0
            ? new UnfoldException("UFX040", $"the teacher '{name}' is a sweep, and a student learns from one run", $"name one of its cells: {string.Join(", ", ofSweep.Take(20))}")
            : new UnfoldException("UFX040", $"there is no teacher '{name}' in the experiment; {NearestNames.Hint(variant, [.. cells.Select(c => c.Name)])}", "another experiment's is written 'experiment:variant', a run's folder as a path that starts with ./ or /");
    }

    internal static UnfoldException Circle(IEnumerable<string> names) =>
        new("UFX041", $"teachers go round in a circle: {string.Join(" learns from ", names)}", "let one of them learn without a teacher");

    // Names of other experiments and folders are not in any order of this one.
    private static IEnumerable<string> InExperiment(ExperimentCell cell)
    {
        try
        {
            return [.. TaughtComponents.TeachersOf(cell.Create()).Where(name => TeacherName.Parse(name) is { Experiment: null, Folder: null })];
        }
        catch (UnfoldException)
        {
            // Its own runs will say so, and are not to stop those of others.
            return [];
        }
    }
}
