namespace Unfold.Results;

/// <summary>Folders that are there whole or not at all.</summary>
internal static class AtomicFolder
{
    /// <summary>Fills a temporary folder beside the target, and puts it in its place.</summary>
    /// <param name="folder">The target; what was there is there until the new one is complete.</param>
    /// <param name="fill">Writes into the folder that it is given.</param>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Replace(string folder, Action<string> fill) => AtomicFile.Guard(folder, () =>
    {
        var above = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        AtomicFile.MakeFolder(above);
        var temporary = Path.Combine(above, $".{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(temporary);
            fill(temporary);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(temporary, folder);
            DirectoryFlush.Flush(above);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    });
}
