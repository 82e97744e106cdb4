using System.Text;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>report.md: the table and the notes, for places that show no HTML.</summary>
internal static class MarkdownPage
{
    public static string Write(string experiment, string description, IReadOnlyList<StoredRun> runs)
    {
        var table = ReportTable.Of(runs);
        var text = new StringBuilder($"# {Plain(experiment)}\n\n{Plain(description)}\n\n");
        text.Append("| variant | ").AppendJoin(" | ", table.Columns.Select(c => c.Title)).Append(" |\n");
        text.Append("| --- |").Append(string.Concat(table.Columns.Select(_ => " ---: |"))).Append('\n');
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Count > 0
                ? row.Cells.Select(c => c.IsBest ? $"**{c.Text}**" : c.Text)
                : [Plain(row.Failure ?? ""), .. Enumerable.Repeat("", table.Columns.Count - 1)];
            text.Append($"| {Plain(row.Variant)} | ").AppendJoin(" | ", cells).Append(" |\n");
        }

        text.Append('\n').Append(Sections.Legend(table).Replace("★", "Bold", StringComparison.Ordinal)).Append('\n');
        foreach (var note in runs.SelectMany(r => r.Result.Notes.Select(n => $"{r.Result.Name}: {n}")).Distinct())
            text.Append($"\n- {Plain(note)}");
        return text.Append('\n').ToString();
    }

    private static string Plain(string text) => text
        .ReplaceLineEndings(" ")
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
