using System.IO.Enumeration;
using System.Security.Cryptography;

namespace Unfold.Datasets;

/// <summary>The images of a folder, in the order of their names' code units: the same on every system.</summary>
internal static class ImageFiles
{
    private static readonly string[] Extensions = [".png", ".tif", ".tiff", ".bmp", ".pgm", ".jpg", ".jpeg"];

    /// <summary>Reads the folder in the first data folder that has it.</summary>
    /// <param name="folder">Its name.</param>
    /// <param name="pattern">Which files; null for those with an image's extension.</param>
    /// <param name="context">Where to look.</param>
    /// <param name="hash">Is given the bytes of every file.</param>
    /// <exception cref="UnfoldException">UFD001: there is no such folder, or no such file in it; UFD003 or UFD004: a file cannot be read.</exception>
    public static List<GreyImage> Read(string folder, string? pattern, DatasetContext context, IncrementalHash hash)
    {
        var path = context.DataFolders.Select(f => Path.Combine(f, folder)).FirstOrDefault(Directory.Exists) ?? throw new UnfoldException(
            "UFD001",
            $"none of the data folders {string.Join(", ", context.DataFolders)} has a folder '{folder}'",
            $"put the images there, or name the folder that holds '{folder}' in UNFOLD_DATA");
        var names = Directory.EnumerateFiles(path).Select(f => Path.GetFileName(f)).Where(name => IsTaken(name, pattern)).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            throw new UnfoldException("UFD001", $"no file in {path} {(pattern is null ? "has the extension of an image" : $"matches '{pattern}'")}", "put the images there, or correct the dataset's option pattern");
        var images = new List<GreyImage>(names.Count);
        foreach (var file in names.Select(name => Path.Combine(path, name)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var content = File.ReadAllBytes(file);
            hash.AppendData(content);
            images.Add(GreyImageReader.Read(content, file));
        }

        return images;
    }

    // Files that begin with a dot are those of file managers.
    private static bool IsTaken(string name, string? pattern) => pattern is null
        ? !name.StartsWith('.') && Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
        : FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
