using System.Globalization;
using System.Text;

namespace Unfold.Reporting;

/// <summary>report.tex: every table, for <c>\input</c> in an article that loads booktabs.</summary>
internal static class LatexPage
{
    public static string Write(ReportSource source)
    {
        var text = new StringBuilder($"% Written by: {OneLine(Shell.Command(["unfold", "report", source.Experiment]))}\n% Repeat the runs: {OneLine(source.Command)}\n% Needs \\usepackage{{booktabs}}\n\n");
        if (source.Claims.Count > 0)
            text.Append(Claims(source)).Append('\n');
        foreach (var table in ReportTables.Of(source.Cells))
            text.Append(TableFiles.LatexOf(table, source.Experiment)).Append('\n');
        return text.ToString();
    }

    private static string Claims(ReportSource source)
    {
        var rows = source.Claims.SelectMany(c => c.Comparisons).Select(c => string.Join(" & ", ClaimText.Fields(c).Select(Latex.Escape)));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            \begin{table}
              \centering
              \caption{{{Latex.Escape($"{source.Experiment}: claims. {ClaimText.Method}")}}}
              \label{tab:claims}
              \begin{tabular}{ll{{new string('r', ClaimText.Header.Count - 2)}}}
                \toprule
                {{string.Join(" & ", ClaimText.Header.Select(Latex.Escape))}} \\
                \midrule
            {{string.Concat(rows.Select(r => $"    {r} \\\\\n"))}}    \bottomrule
              \end{tabular}
            \end{table}

            """);
    }

    // A line break would end the comment.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
