namespace Unfold.EndToEnd.Tests;

/// <summary>A file to write: a bold path, then a code block.</summary>
/// <param name="Path">Where, below the repository's root.</param>
/// <param name="Text">Its content.</param>
public sealed record DocumentFile(string Path, string Text) : DocumentStep;
