namespace Unfold.Results;

/// <summary>A plugin that a run used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its assembly's version.</param>
/// <param name="Path">Its assembly.</param>
/// <param name="Sha256">SHA-256 of that file.</param>
public sealed record PluginRecord(string Name, string Version, string Path, string Sha256);
