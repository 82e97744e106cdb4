using System.Text;

namespace Unfold.Results;

/// <summary>
/// metrics.jsonl, which grows a line at a time while a run is trained. A line counts when its line feed is there: a killed process may
/// leave the last one torn, and a resumed run writes it again.
/// </summary>
public static class MetricsFile
{
    private const byte LineFeed = (byte)'\n';
    private const string Again = "repeat the run with --force";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the lines that count.</summary>
    /// <returns>The records in their order; none where there is no file, since a run that failed early has none.</returns>
    /// <exception cref="ResultsException">UFR003: a line is damaged, or the file may not be read.</exception>
    public static IReadOnlyList<MetricRecord> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        var content = Content(path);
        var records = new List<MetricRecord>();
        for (var start = 0; content.AsSpan(start).IndexOf(LineFeed) is >= 0 and var length; start += length + 1)
            records.Add(Record(content.AsSpan(start, length), $"{path}({records.Count + 1})"));
        return records;
    }

    /// <summary>
    /// Takes back the lines after a checkpoint, and a torn one, so that a resumed run writes them again; the shorter file is flushed to disk.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="length">Its bytes when the checkpoint was written; with 0 there need be no file.</param>
    /// <exception cref="ResultsException">
    /// UFR014: the file is shorter than that; UFR003: the cut is within a line, so the file is not the one that the checkpoint knew; UFR001
    /// or UFR002: it cannot be written.
    /// </exception>
    public static void CutBack(string path, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        AtomicFile.Guard(path, () =>
        {
            if (!File.Exists(path))
            {
                if (length > 0)
                    throw Shorter(path, 0, length);
                return;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            if (file.Length < length)
                throw Shorter(path, file.Length, length);
            RequireLineEnd(file, path, length);
            file.SetLength(length);
            file.Flush(flushToDisk: true);
        });
    }

    private static byte[] Content(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException("UFR003", $"{path} cannot be read: {refused.Message}", Again, refused);
        }
    }

    private static MetricRecord Record(ReadOnlySpan<byte> line, string origin)
    {
        string text;
        try
        {
            text = Strict.GetString(line);
        }
        catch (DecoderFallbackException damaged)
        {
            throw new ResultsException("UFR003", $"{origin} cannot be read: it is no UTF-8", Again, damaged);
        }

        var record = ResultsJson.Read<MetricRecord>(text, origin);
        return record.Metrics is null ? throw new ResultsException("UFR003", $"{origin} cannot be read: it has no metrics", Again) : record;
    }

    private static void RequireLineEnd(FileStream file, string path, long length)
    {
        var kept = new byte[length];
        file.ReadExactly(kept);
        if (length > 0 && kept[^1] != LineFeed)
            throw new ResultsException("UFR003", $"{path}({kept.AsSpan().Count(LineFeed) + 1}) is not the line that the checkpoint was written after: it ends elsewhere than at byte {length}", Again);
    }

    private static ResultsException Shorter(string path, long has, long said) =>
        new("UFR014", $"{path} is shorter than its checkpoint says: it has {has} bytes, and had {said} when the checkpoint was written", "--force starts the run again");
}
