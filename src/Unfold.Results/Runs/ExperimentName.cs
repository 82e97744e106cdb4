namespace Unfold.Results;

/// <summary>How commands call experiments: by name, or by a JSON file, whose name is that of its runs.</summary>
public static class ExperimentName
{
    private const string Extension = ".json";

    /// <summary>Whether a file is meant.</summary>
    public static bool IsFile(string nameOrFile)
    {
        ArgumentNullException.ThrowIfNull(nameOrFile);
        return nameOrFile.EndsWith(Extension, StringComparison.Ordinal);
    }

    /// <summary>The name, as folders of runs have it.</summary>
    public static string Of(string nameOrFile) => IsFile(nameOrFile) ? Path.GetFileNameWithoutExtension(nameOrFile) : nameOrFile;
}
