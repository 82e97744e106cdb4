using System.Security.Cryptography;

namespace Unfold.Hosting;

/// <summary>A plugin as a lock names it.</summary>
/// <param name="Version">Its assembly's version.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its assembly.</param>
/// <param name="Files">The same of every other file in its folder that decides which code runs, by path relative to it: libraries, managed and native, and lists of dependencies; null where there is none.</param>
public sealed record LockedPlugin(string Version, string Sha256, IReadOnlyDictionary<string, string>? Files)
{
    // Hidden files are loaded as others are, and what cannot be looked at is not known to be harmless.
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>An active plugin as it is.</summary>
    /// <exception cref="UnfoldException">UFP022: a file or a folder of it cannot be read.</exception>
    public static LockedPlugin Of(PluginReport plugin)
    {
        try
        {
            var files = FilesOf(plugin);
            return new LockedPlugin($"{plugin.Version}", plugin.Sha256!, files.Count == 0 ? null : files);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UnfoldException("UFP022", $"plugin {plugin.Name} cannot be read whole: {unreadable.Message.TrimEnd('.')}", "make it readable, or copy the plugin again without it", unreadable);
        }
    }

    /// <summary>What tells this, the locked plugin, from one that is there, each in words with both hashes.</summary>
    public IEnumerable<string> DifferencesFrom(LockedPlugin actual)
    {
        if (Sha256 != actual.Sha256)
            yield return $"version {actual.Version} with SHA-256 {actual.Sha256}, expected version {Version} with {Sha256}";
        var (expected, present) = (Files ?? Empty, actual.Files ?? Empty);
        foreach (var (file, hash) in present)
        {
            if (expected.GetValueOrDefault(file) is not { } wanted)
                yield return $"{file} with SHA-256 {hash}, of which the lock knows nothing";
            else if (wanted != hash)
                yield return $"{file} with SHA-256 {hash}, expected {wanted}";
        }

        foreach (var (file, hash) in expected.Where(file => !present.ContainsKey(file.Key)))
            yield return $"no {file}, expected with SHA-256 {hash}";
    }

    private static SortedDictionary<string, string> FilesOf(PluginReport plugin)
    {
        var folder = Path.GetDirectoryName(plugin.Path)!;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", Everything).Where(file => file != plugin.Path && DecidesWhatRuns(file)))
            files.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), Hash(file));
        return files;
    }

    private static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    // Names of native libraries may end in a version: libx.so.3.
    private static bool DecidesWhatRuns(string file) =>
        Path.GetExtension(file) is ".dll" or ".dylib" or ".so" || Path.GetFileName(file).Contains(".so.", StringComparison.Ordinal) || file.EndsWith(".deps.json", StringComparison.Ordinal);

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
