using System.Globalization;
using System.Reflection;
using System.Text;
using VerifyTests;

namespace Unfold.Snapshots;

/// <summary>The two files of a snapshot: what was verified, and what a failing test received.</summary>
/// <param name="Prefix">Path of both, up to <c>.verified</c> and <c>.received</c>.</param>
/// <param name="Extension">Without the dot.</param>
internal sealed record SnapshotFiles(string Prefix, string Extension)
{
    // Those of every system, so that a file has one name.
    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create("\"<>|:*?\\/\0\r\n\t");

    public string Verified => $"{Prefix}.verified.{Extension}";

    public string Received => $"{Prefix}.received.{Extension}";

    /// <summary><c>Class.Method[_name=value…]</c> beside the test's source.</summary>
    public static SnapshotFiles Of(string sourceFile, MethodInfo test, VerifySettings settings, string extension)
    {
        var folder = Path.Combine(Path.GetDirectoryName(sourceFile)!, settings.Directory ?? "");
        var type = test.ReflectedType!.FullName!.Split('.')[^1].Replace('+', '.');
        var arguments = test.GetParameters().Zip(settings.Parameters, (p, value) => $"_{p.Name}={ForAFile(value)}");
        return new SnapshotFiles(Path.Combine(folder, $"{type}.{test.Name}{string.Concat(arguments)}"), extension);
    }

    /// <summary>Compares, and keeps what was received where it is new or differs.</summary>
    /// <exception cref="VerifyException">It is new, or differs.</exception>
    public void Check(string target, VerifySettings settings)
    {
        var text = new StringBuilder(target.ReplaceLineEndings("\n"));
        foreach (var scrub in settings.Scrubbers)
            scrub(text);
        var received = text.ToString();
        var message = !File.Exists(Verified)
            ? "nothing was verified yet. Received:\n" + received
            : SnapshotComparer.Explain(Extension, received, File.ReadAllText(Verified), SnapshotTolerances.Of(settings.Context));
        if (message is null)
        {
            File.Delete(Received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Received)!);
        File.WriteAllText(Received, received);
        throw new VerifyException($"{Path.GetFileName(Verified)}: {message}\n\nWhere this is right: mv '{Received}' '{Verified}'");
    }

    private static string ForAFile(object? value)
    {
        var text = value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return string.Concat(text.Select(c => NotInNames.Contains(c) ? '-' : c));
    }
}
