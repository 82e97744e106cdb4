namespace Unfold.Results;

/// <summary>A finished run that another one learnt from.</summary>
/// <param name="Experiment">Its experiment.</param>
/// <param name="Name">Its variant or cell.</param>
/// <param name="Folder">Its folder, relative to the student's, with slashes.</param>
/// <param name="SpecSha256">Hash of its spec.</param>
/// <param name="ParametersSha256">Hash of its parameters.</param>
public sealed record TeacherRecord(string Experiment, string Name, string Folder, string SpecSha256, string ParametersSha256);
