namespace Unfold.Cli;

/// <summary>A value and where it was written.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Value">The value as JSON.</param>
/// <param name="Origin">File and line, or <c>default</c>.</param>
internal sealed record ValueOrigin(string Path, string Value, string Origin);
