using System.Security.Cryptography;

namespace Unfold.Hosting;

/// <summary>A plugin as a lock names it.</summary>
/// <param name="Version">Its assembly's version.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its assembly.</param>
/// <param name="Files">The same of every other library in its folder, managed or native, by path relative to it; null where there is none.</param>
public sealed record LockedPlugin(string Version, string Sha256, IReadOnlyDictionary<string, string>? Files)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true };

    /// <summary>An active plugin as it is.</summary>
    public static LockedPlugin Of(PluginReport plugin)
    {
        var folder = Path.GetDirectoryName(plugin.Path)!;
        var files = Directory.EnumerateFiles(folder, "*", Everything)
            .Where(file => file != plugin.Path && IsLibrary(file))
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), Hash, StringComparer.Ordinal);
        return new LockedPlugin($"{plugin.Version}", plugin.Sha256!, files.Count == 0 ? null : new SortedDictionary<string, string>(files, StringComparer.Ordinal));
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

    private static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    // Names of native libraries may end in a version: libx.so.3.
    private static bool IsLibrary(string file) =>
        Path.GetExtension(file) is ".dll" or ".dylib" or ".so" || Path.GetFileName(file).Contains(".so.", StringComparison.Ordinal);

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
