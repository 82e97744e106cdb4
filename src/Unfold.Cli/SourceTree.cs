namespace Unfold.Cli;

/// <summary>The repository that experiments are written in.</summary>
internal static class SourceTree
{
    private const string Mark = "Research.sln";

    /// <summary>The repository that a folder lies in, or null.</summary>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Mark)))
                return at.FullName;
        }

        return null;
    }
}
