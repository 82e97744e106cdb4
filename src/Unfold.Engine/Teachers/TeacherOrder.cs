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
                Add(CellOf(all, teacher, cell.Name), seeds, [.. students, cell.Name]);
            var known = planned.FindIndex(p => p.Cell.Name == cell.Name);
            if (known < 0)
                planned.Add(new PlannedCell(cell with { Seeds = seeds }, isAsked));
            else
                planned[known] = planned[known] with { Cell = cell with { Seeds = [.. planned[known].Cell.Seeds.Union(seeds)] } };
        }
    }

    /// <summary>Teachers of the same experiment that some cell names and that are not among the cells.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<ExperimentCell> cells) =>
        [.. cells.SelectMany(InExperiment).Select(name => TeacherName.Parse(name).Variant!).Distinct(StringComparer.Ordinal).Where(variant => cells.All(c => c.Name != variant && c.Variant != variant))];

    /// <summary>The cell that a student means: the one of that name, a variant's only one, or of a variant with axes the one with the student's own values.</summary>
    /// <param name="cells">The experiment's cells.</param>
    /// <param name="teacher">What the student's spec says.</param>
    /// <param name="student">The student's cell.</param>
    /// <exception cref="UnfoldException">UFX040: there is none, or several.</exception>
    internal static ExperimentCell CellOf(IReadOnlyList<ExperimentCell> cells, string teacher, string student)
    {
        var name = TeacherName.Parse(teacher).Variant!;
        if (cells.FirstOrDefault(c => c.Name == name) is { } cell)
            return cell;
        var ofVariant = cells.Where(c => c.Variant == name).ToList();
        return ofVariant switch
        {
            [] => throw new UnfoldException("UFX040", $"there is no teacher '{teacher}' in the experiment; {NearestNames.Hint(name, [.. cells.Select(c => c.Name)])}", "another experiment's is written 'experiment:variant', a run's folder as a path that starts with ./ or /"),
            [var only] => only,
            _ => ofVariant.Find(c => c.Name == name + Axes(student)) ?? throw new UnfoldException("UFX040", $"the teacher '{teacher}' is a sweep, and '{student}' learns from one run", $"name one of its cells: {string.Join(", ", ofVariant.Take(20).Select(c => c.Name))}"),
        };
    }

    private static string Axes(string cell) => cell.IndexOf('[', StringComparison.Ordinal) is >= 0 and var at ? cell[at..] : "";

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
