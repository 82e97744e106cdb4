namespace Unfold.Engine.Data;

/// <summary>How far a download is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Received">Bytes so far; equal to <paramref name="Total"/> where the file was there already.</param>
/// <param name="Total">Bytes of the file.</param>
public sealed record FetchProgress(string File, long Received, long Total);
