using System.Globalization;

namespace Unfold.Reporting;

/// <summary>Tables as LaTeX, for booktabs and longtable: they run over pages.</summary>
internal static class LatexTable
{
    /// <summary>A table of figures.</summary>
    public static string Of(ReportTable table, string experiment)
    {
        var rows = table.Rows.Select(row => string.Join(" & ", new[] { Latex.Escape(row.Name), row.Seeds.ToString(CultureInfo.InvariantCulture) }.Concat(row.Cells.Count > 0
            ? row.Cells.Select(c => c.IsBest ? $"\\textbf{{{Latex.Escape(c.Text)}}}" : Latex.Escape(c.Text))
            : [$"\\multicolumn{{{table.Columns.Count}}}{{l}}{{{Latex.Escape(row.Failure ?? "")}}}"])));
        return Write(
            Label(experiment, table.Id),
            $"{experiment}: {table.Title}",
            table.Caption("Bold"),
            "lr" + new string('r', table.Columns.Count),
            ["variant", "$n$", .. table.Columns.Select(c => Latex.Escape(c.Title))],
            rows);
    }

    /// <summary>A label that is the experiment's own, so that the tables of several can stand in one article.</summary>
    public static string Label(string experiment, string id) =>
        $"tab:{string.Join('-', new string([.. experiment.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries))}:{id}";

    /// <summary>A table.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="title">What stands in a list of tables too; text.</param>
    /// <param name="caption">What follows the title in the caption; text.</param>
    /// <param name="columns">Their alignment.</param>
    /// <param name="header">Headings, escaped.</param>
    /// <param name="rows">Rows, escaped, without their ends.</param>
    public static string Write(string label, string title, string caption, string columns, IEnumerable<string> header, IEnumerable<string> rows)
    {
        var headings = string.Join(" & ", header);
        // A bracket or star after the end of a row would be an argument of that end.
        var lines = string.Concat(rows.Select(r => $"  {(r.StartsWith('[') || r.StartsWith('*') ? "{}" : "")}{r} \\\\\n"));
        return $$$"""
            {\footnotesize\setlength{\tabcolsep}{4pt}
            \begin{longtable}{{{{columns}}}}
              \caption[{{{{Latex.Escape(title)}}}}]{{{{Latex.Escape($"{title}. {caption}")}}}}\label{{{{label}}}} \\
              \toprule
              {{{headings}}} \\
              \midrule
              \endfirsthead
              \toprule
              {{{headings}}} \\
              \midrule
              \endhead
              \bottomrule
              \endlastfoot
            {{{lines}}}\end{longtable}}

            """;
    }
}
