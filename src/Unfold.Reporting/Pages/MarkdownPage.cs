using System.Text;

namespace Unfold.Reporting;

/// <summary>report.md: claims, tables and notes, for places that show no HTML.</summary>
internal static class MarkdownPage
{
    public static string Write(ReportSource source)
    {
        var text = new StringBuilder($"# {Markdown.Escape(source.Experiment)}\n\n");
        if (source.Description.Length > 0)
            text.Append(Markdown.Escape(source.Description)).Append("\n\n");
        Claims(text, source);
        foreach (var table in ReportTables.Of(source))
        {
            text.Append("## ").Append(table.Title).Append("\n\n").Append(TableFiles.MarkdownOf(table)).Append('\n');
            text.Append(Markdown.Escape(table.Caption("Bold"))).Append("\n\n    ").Append(table.Command.ReplaceLineEndings(" ")).Append("\n\n");
        }

        if (LandscapeFacts.Of(source) is { } facts)
            text.Append("## ").Append(facts.Title).Append("\n\n").Append(Markdown.Table(facts.Header, facts.Rows.Select(r => r.Select(Markdown.Escape)))).Append('\n');
        var notes = Notes.Of(source);
        if (notes.Count > 0)
            text.Append("## Notes\n\n").Append(string.Concat(notes.Select(n => $"- {Markdown.Escape(n)}\n"))).Append('\n');
        var environment = Notes.Environment(source);
        if (environment.Count > 0)
            text.Append("## Environment\n\n").Append(string.Concat(environment.Select(e => $"- {Markdown.Escape(e.Name)}: {Markdown.Escape(e.Text)}\n"))).Append('\n');
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Claims(StringBuilder text, ReportSource source)
    {
        text.Append("## Claims\n\n");
        if (ClaimText.WhyNone(source) is { } why)
        {
            text.Append(why).Append("\n\n");
            return;
        }

        foreach (var claim in source.Claims)
            text.Append("- **").Append(Markdown.Escape(claim.Says)).Append("**: ").Append(Markdown.Escape(claim.Sentence)).Append('\n');
        text.Append('\n').Append(Markdown.Table(ClaimText.Header, source.Claims.SelectMany(c => c.Comparisons).Select(c => ClaimText.Fields(c).Select(Markdown.Escape))));
        text.Append('\n').Append(Markdown.Escape(ClaimText.Method)).Append("\n\n");
    }
}
