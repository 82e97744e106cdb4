using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>The program and its plugins as they were when a sweep was submitted, copied into the sweep's folder: what is edited or built later does not reach its jobs.</summary>
public static class FrozenProgram
{
    private const string Folder = "bin";
    private const string Plugins = "plugins";

    /// <summary>Copies them, unless the same are there.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="program">The program's folder.</param>
    /// <param name="plugins">Plugins from elsewhere, by name, each with its folder: they are found beside the program then.</param>
    /// <returns>The copy's folder.</returns>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static string Freeze(SweepFolder sweep, string program, IReadOnlyDictionary<string, string> plugins)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(plugins);
        var files = Files(program, "").Concat(plugins.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => Files(p.Value, Path.Combine(Plugins, p.Key)))).ToList();
        var frozen = Path.Combine(sweep.Path, Folder, Hash(files)[..12]);
        AtomicFolder.Create(frozen, temporary =>
        {
            foreach (var (from, to) in files)
            {
                var copy = Path.Combine(temporary, to);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(from, copy, overwrite: true);
            }
        });
        return frozen;
    }

    // What is hidden is no part of a program, and what is native to other systems none of this one.
    private static IEnumerable<(string From, string To)> Files(string folder, string below) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).StartsWith('.') && IsOfThisSystem(Path.GetRelativePath(folder, f)))
            .Order(StringComparer.Ordinal)
            .Select(f => (f, Path.Combine(below, Path.GetRelativePath(folder, f))));

    private static bool IsOfThisSystem(string file) =>
        file.Split(Path.DirectorySeparatorChar) is not ["runtimes", var system, _, ..]
        || !system.Contains('-', StringComparison.Ordinal)
        || string.Equals(system, Native, StringComparison.OrdinalIgnoreCase);

    // By the parts of its name: that of a distribution's own build is the distribution's.
    private static string Native =>
        $"{(OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "osx" : "win")}{(RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "-musl" : "")}-{RuntimeInformation.ProcessArchitecture}";

    private static string Hash(List<(string From, string To)> files)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (from, to) in files)
        {
            sha.AppendData(Encoding.UTF8.GetBytes($"{to}\0"));
            using var content = File.OpenRead(from);
            sha.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
