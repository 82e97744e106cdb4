using Unfold.Results;

namespace Unfold.Engine.Teachers;

/// <summary>A finished run that another one learns from.</summary>
/// <param name="Name">The name that the spec gave it.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Spec">Its typed spec.</param>
/// <param name="Result">Its results.json.</param>
public sealed record FoundTeacher(string Name, string Folder, TrainingSpec Spec, RunResult Result)
{
    /// <summary>SHA-256 of its parameters: part of what the student is.</summary>
    public string ParametersSha256 => Result.ParametersSha256 ?? throw new ResultsException("UFR003", $"{Path.Combine(Folder, RunFiles.Results)} has no parametersSha256", "train it again: unfold run --force");
}
