namespace Unfold.Reporting;

/// <summary>Rows as CSV after RFC 4180, lines ended by a line feed.</summary>
internal static class Csv
{
    /// <summary>Writes a header and rows.</summary>
    public static string Write(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows) =>
        string.Concat(rows.Prepend(header).Select(row => string.Join(',', row.Select(Quote)) + "\n"));

    /// <summary>A text field; one that a spreadsheet would run as a formula is marked as text.</summary>
    public static string Text(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\n\r") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
