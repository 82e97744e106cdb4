namespace Unfold.Results;

/// <summary>Folders that are there whole or not at all.</summary>
public static class AtomicFolder
{
    /// <summary>Fills a temporary folder beside the target, and puts it in its place.</summary>
    /// <param name="folder">The target; what was there is there until the new one is complete.</param>
    /// <param name="fill">Writes into the folder that it is given.</param>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Replace(string folder, Action<string> fill) => Fill(folder, fill, temporary =>
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.Move(temporary, folder);
    });

    /// <summary>Makes a folder, unless it is there.</summary>
    /// <param name="folder">The target.</param>
    /// <param name="fill">Writes into the folder that it is given.</param>
    /// <returns>Whether it was made.</returns>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static bool Create(string folder, Action<string> fill)
    {
        if (Directory.Exists(folder))
            return false;
        var isMade = true;
        Fill(folder, fill, temporary =>
        {
            try
            {
                Directory.Move(temporary, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another process was first.
                isMade = false;
            }
        });
        return isMade;
    }

    private static void Fill(string folder, Action<string> fill, Action<string> put) => AtomicFile.Guard(folder, () =>
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        Directory.CreateDirectory(parent);
        var temporary = Path.Combine(parent, $".{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(temporary);
            fill(temporary);
            put(temporary);
            DirectoryFlush.Flush(parent);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    });
}
