namespace Unfold.Reporting;

/// <summary>Text as Markdown.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_{}[]<>|#~";

    /// <summary>Text on one line, with everything that Markdown or HTML would read as markup escaped.</summary>
    public static string Escape(string text) => string.Concat(text
        .ReplaceLineEndings(" ")
        .Select(c => c switch
        {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            _ when Special.Contains(c, StringComparison.Ordinal) => $"\\{c}",
            _ => c.ToString(),
        }));

    /// <summary>A table.</summary>
    /// <param name="header">Headings; the first column is text, the others are numbers.</param>
    /// <param name="rows">Cells, escaped.</param>
    public static string Table(IReadOnlyList<string> header, IEnumerable<IEnumerable<string>> rows) =>
        $"| {string.Join(" | ", header)} |\n| --- |{string.Concat(Enumerable.Repeat(" ---: |", header.Count - 1))}\n"
        + string.Concat(rows.Select(row => $"| {string.Join(" | ", row)} |\n"));
}
