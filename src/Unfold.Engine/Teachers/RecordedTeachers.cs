using Unfold.Results;

namespace Unfold.Engine.Teachers;

/// <summary>The teachers of a run whose folder names them.</summary>
internal static class RecordedTeachers
{
    /// <summary>Finds them where the folder says that they are.</summary>
    /// <param name="folder">The student's folder.</param>
    /// <param name="recorded">Its teachers, by the names that its spec gives them.</param>
    /// <param name="readSpec">Reads a spec.json; null where the plugins are not known.</param>
    /// <exception cref="ResultsException">UFR011: one is not there, or not what it was.</exception>
    public static IReadOnlyList<FoundTeacher> Find(string folder, IReadOnlyDictionary<string, TeacherRecord> recorded, Func<string, TrainingSpec>? readSpec) =>
        [.. recorded.Select(t => Find(folder, t.Key, t.Value, readSpec))];

    private static FoundTeacher Find(string folder, string name, TeacherRecord teacher, Func<string, TrainingSpec>? readSpec)
    {
        var at = Path.GetFullPath(Path.Combine(folder, teacher.Folder));
        if (readSpec is null)
            throw Closed(folder, $"it learnt from {at}, whose spec can only be read where the plugins are known", "open it with the unfold command");
        var results = Path.Combine(at, RunFiles.Results);
        var result = File.Exists(results) ? ResultsJson.ReadFile<RunResult>(results) : null;
        return result?.ParametersSha256 == teacher.ParametersSha256
            ? new FoundTeacher(name, at, readSpec(Path.Combine(at, RunFiles.Spec)), result!)
            : throw Closed(folder, $"its teacher '{name}' is not what it was, or no longer in {at}", "train the teacher again, and then the student");
    }

    private static ResultsException Closed(string folder, string why, string mend) => new("UFR011", $"the run in {folder} cannot be opened again: {why}", mend);
}
