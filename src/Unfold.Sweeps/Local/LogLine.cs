using System.Text;

namespace Unfold.Sweeps;

/// <summary>What a log says of an end that no record tells.</summary>
internal static class LogLine
{
    private const int Tail = 8192;

    /// <summary>The last line of a log that tells an error, else its last line; null where there is none.</summary>
    public static string? OfError(string log)
    {
        if (!File.Exists(log))
            return null;
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(-Math.Min(Tail, file.Length), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(l => l.Contains("error ", StringComparison.Ordinal)) ?? lines.LastOrDefault();
    }
}
