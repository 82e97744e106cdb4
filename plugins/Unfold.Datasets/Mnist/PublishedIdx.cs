namespace Unfold.Datasets;

/// <summary>An idx file as it was published.</summary>
/// <param name="Published">The gzipped file.</param>
/// <param name="PlainSha256">SHA-256 of what it unpacks to, for those who unpacked it.</param>
/// <param name="Count">Images or labels in it.</param>
internal sealed record PublishedIdx(DataFile Published, string PlainSha256, int Count)
{
    /// <summary>The plain file's name.</summary>
    public string PlainName => Path.GetFileNameWithoutExtension(Published.Name);
}
