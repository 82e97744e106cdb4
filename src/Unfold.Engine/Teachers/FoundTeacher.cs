using Unfold.Results;

namespace Unfold.Engine.Teachers;

/// <summary>A finished run that another one learns from.</summary>
/// <param name="Name">The name that the spec gave it.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Spec">Its typed spec.</param>
/// <param name="Result">Its results.json.</param>
public sealed record FoundTeacher(string Name, string Folder, TrainingSpec Spec, RunResult Result)
{
    /// <summary>What the student's results say of it, its folder as it was found.</summary>
    public TeacherRecord Record => new(
        Result.Experiment,
        Result.Name,
        Folder,
        Result.SpecSha256,
        Result.ParametersSha256 ?? throw new ResultsException("UFR003", $"{Path.Combine(Folder, RunFiles.Results)} has no parametersSha256", "train it again with --force"));

    /// <summary>The same, its folder relative to the student's.</summary>
    public TeacherRecord SeenFrom(string studentFolder) => Record with { Folder = Path.GetRelativePath(studentFolder, Folder).Replace('\\', '/') };
}
