using Unfold.Engine.Identity;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Teachers;

/// <summary>Finds the finished runs that a run learns from. Reads results, no parameters.</summary>
/// <param name="experiment">The student's experiment.</param>
/// <param name="student">The student's cell.</param>
/// <param name="options">The output folder, the experiment's cells and the way to other specs.</param>
public sealed class TeacherFinder(string experiment, string student, RunOptions options)
{
    private readonly Stack<string> _open = new();

    /// <summary>
    /// The teachers of a spec, each a run of the same seed and problem. One of the same experiment is the run of its cell as it is written now;
    /// of another experiment it is the latest that completed.
    /// </summary>
    /// <exception cref="UnfoldException">UFT010: one is not trained; UFT011: one has another problem; UFX040: there is none of that name; UFX041: they go round in a circle.</exception>
    public IReadOnlyList<FoundTeacher> Find(TrainingSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Find(spec, student);
    }

    private List<FoundTeacher> Find(TrainingSpec spec, string cell) => [.. TaughtComponents.TeachersOf(spec).Select(name => Find(name, spec, cell))];

    private FoundTeacher Find(string name, TrainingSpec spec, string cell)
    {
        var parsed = TeacherName.Parse(name);
        var found = parsed switch
        {
            { Folder: { } folder } => OfFolder(name, folder),
            { Experiment: { } other } when other != experiment => OfExperiment(name, other, parsed.Variant!, spec.Seed),
            _ when options.Cells.Count == 0 => OfExperiment(name, experiment, parsed.Variant!, spec.Seed),
            _ => OfCell(name, TeacherOrder.CellOf(options.Cells, name, cell), spec.Seed),
        };
        SameProblem.Require(found, spec);
        return found;
    }

    private FoundTeacher OfCell(string name, ExperimentCell cell, int seed)
    {
        if (_open.Contains(cell.Name))
            throw TeacherOrder.Circle(_open.Reverse().Append(cell.Name));
        var spec = cell.CreateRun(seed);
        _open.Push(cell.Name);
        var identity = RunIdentity.Of(spec, Find(spec, cell.Name).ToDictionary(t => t.Name, t => t.Record, StringComparer.Ordinal));
        _open.Pop();
        return RunFolders.FindFinished(options.OutFolder, new RunKey(experiment, cell.Name, seed, identity.Sha256)) is { } folder
            ? new FoundTeacher(name, folder, spec, StoredRun.Read(folder).Result)
            : throw NotTrained(name, experiment, cell.Name, seed, "as it is written now");
    }

    private FoundTeacher OfExperiment(string name, string other, string variant, int seed)
    {
        var root = Path.Combine(options.OutFolder, other);
        var latest = Directory.Exists(root) ? RunCollection.Latest(options.OutFolder, other).FirstOrDefault(r => r.Result.Name == variant && r.Result.Seed == seed) : null;
        return latest is { Result.Status: RunStatus.Completed }
            ? new FoundTeacher(name, latest.Folder, options.ReadSpec(Path.Combine(latest.Folder, RunFiles.Spec)), latest.Result)
            : throw NotTrained(name, other, variant, seed, "");
    }

    private FoundTeacher OfFolder(string name, string folder)
    {
        var result = File.Exists(Path.Combine(folder, RunFiles.Results)) ? StoredRun.Read(folder).Result : null;
        return result is { Status: RunStatus.Completed }
            ? new FoundTeacher(name, folder, options.ReadSpec(Path.Combine(folder, RunFiles.Spec)), result)
            : throw new UnfoldException("UFT010", $"the teacher {Path.GetFullPath(folder)} is no folder of a run that completed", "correct the path, or name an experiment and variant");
    }

    private UnfoldException NotTrained(string name, string ofExperiment, string variant, int seed, string which) => new(
        "UFT010",
        $"the teacher '{name}' has no finished run of seed {seed} {which}".TrimEnd() + $" in {Path.GetFullPath(Path.Combine(options.OutFolder, ofExperiment))}",
        $"train it: unfold run {ofExperiment} --variant {variant} seed={seed} --out {options.OutFolder}");
}
