namespace Unfold;

/// <summary>A dataset whose files can be downloaded: <c>unfold data fetch &lt;id&gt;</c>.</summary>
public interface IFetchableDataset
{
    /// <summary>The folder's name under a data folder, such as <c>mnist</c>.</summary>
    string FolderName { get; }

    /// <summary>The files of the dataset with their checksums and mirrors.</summary>
    IReadOnlyList<DataFile> Files { get; }
}
