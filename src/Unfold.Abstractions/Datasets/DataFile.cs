namespace Unfold;

/// <summary>A published file of a dataset.</summary>
/// <param name="Name">File name inside the dataset's folder.</param>
/// <param name="Sha256">Published or recorded SHA-256, lower-case hex.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Mirrors">Where it can be downloaded, tried in order.</param>
public sealed record DataFile(string Name, string Sha256, long Length, IReadOnlyList<Uri> Mirrors);
