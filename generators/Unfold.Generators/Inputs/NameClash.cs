namespace Unfold.Generators;

/// <summary>Two experiments of one name.</summary>
/// <param name="File">The file that does without code.</param>
/// <param name="Name">Its experiment.</param>
/// <param name="FirstFile">The file that keeps the name.</param>
/// <param name="FirstName">Its experiment.</param>
internal sealed record NameClash(string File, string Name, string FirstFile, string FirstName);
