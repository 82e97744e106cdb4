namespace Unfold.Hosting;

/// <summary>A plugin that a run used, for its environment.json.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its assembly.</param>
/// <param name="Version">Its assembly's version.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of that file.</param>
public sealed record UsedPlugin(string Name, string Path, string Version, string Sha256);
