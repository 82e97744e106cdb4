using System.Text;

namespace Unfold.Sweeps;

/// <summary>What a log says of an end that no record tells.</summary>
internal static class LogLine
{
    private const int Tail = 8192;

    /// <summary>The last line that tells an error, else the last line; null where there is none.</summary>
    /// <param name="log">The log.</param>
    /// <param name="from">Where in it to begin: before that are other attempts.</param>
    public static string? OfError(string log, long from = 0)
    {
        try
        {
            using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(Math.Min(file.Length, Math.Max(from, file.Length - Tail)), SeekOrigin.Begin);
            using var reader = new StreamReader(file, Encoding.UTF8);
            var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return lines.LastOrDefault(l => l.Contains("error ", StringComparison.Ordinal)) ?? lines.LastOrDefault();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
