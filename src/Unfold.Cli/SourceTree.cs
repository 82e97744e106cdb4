namespace Unfold.Cli;

/// <summary>The repository that experiments are written in.</summary>
internal static class SourceTree
{
    private const string Mark = "Research.sln";

    /// <summary>Where experiments are written: in the repository that the user stands in, else in the one that the program was built in.</summary>
    /// <param name="hostFolder">The program's folder.</param>
    /// <param name="mend">What to do where there is none.</param>
    /// <exception cref="UnfoldException">UFX029: there is none.</exception>
    public static string Experiments(string hostFolder, string mend) =>
        (Find(Directory.GetCurrentDirectory()) ?? Find(hostFolder)) is { } root
            ? Path.Combine(root, "experiments")
            : throw new UnfoldException("UFX029", "there is no experiments folder here", mend);

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
