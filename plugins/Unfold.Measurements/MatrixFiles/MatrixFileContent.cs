using System.Security.Cryptography;

namespace Unfold.Measurements;

/// <summary>Finds a matrix file and reads it whole, if it is the one declared.</summary>
internal static class MatrixFileContent
{
    private const string DataVariable = "UNFOLD_DATA";

    /// <exception cref="UnfoldException">UFD020, UFD021 or UFD022.</exception>
    public static (string Path, byte[] Content) Read(MatrixFileOptions options)
    {
        var candidates = Candidates(options.Path);
        var path = candidates.Find(File.Exists)
            ?? throw new UnfoldException("UFD020", $"there is no matrix file {string.Join(" or ", candidates)}", "correct 'path' of 'matrix-file', or name the folder that it is relative to in UNFOLD_DATA");
        if (new FileInfo(path).Length > Array.MaxLength)
            throw new UnfoldException("UFD022", $"{path} is larger than the {Array.MaxLength} bytes that can be read", "store the matrix as float32, or measure in blocks with 'block-wise'");
        var content = ReadWhole(path);
        var found = Convert.ToHexStringLower(SHA256.HashData(content));
        return found == options.Sha256
            ? (path, content)
            : throw new UnfoldException("UFD021", $"{path} is not the file declared: its SHA-256 is {found}, declared is {options.Sha256}", "restore the file, or declare the SHA-256 of this one if it is meant");
    }

    private static byte[] ReadWhole(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new UnfoldException("UFD020", $"{path} cannot be read: {denied.Message}", "make the file readable", denied);
        }
    }

    // A measurement is told of no data folders: the environment is asked as a person would.
    private static List<string> Candidates(string path)
    {
        var folder = Environment.GetEnvironmentVariable(DataVariable);
        List<string> candidates = [Path.GetFullPath(path)];
        if (!Path.IsPathRooted(path) && !string.IsNullOrEmpty(folder))
            candidates.Insert(0, Path.GetFullPath(path, Path.GetFullPath(folder)));
        return candidates;
    }
}
