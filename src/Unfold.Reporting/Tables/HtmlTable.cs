using System.Globalization;
using System.Text;

namespace Unfold.Reporting;

/// <summary>A table as HTML. It can be sorted and filtered where scripts run, and is whole where they do not.</summary>
internal static class HtmlTable
{
    /// <summary>The section of a table.</summary>
    public static string Section(ReportTable table)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{table.Id}\"><h2>{Html.Encode(table.Title)}</h2>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Html.Encode(table.Title)}\"><table class=\"figures\">\n<thead><tr><th scope=\"col\">variant</th><th scope=\"col\" data-number>n</th>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" data-number>{Html.Encode(column.Title)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
            Row(html, row, table.Columns.Count);
        html.Append("</tbody></table></div>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"caption\">{Html.Encode(table.Caption("★"))}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"repeat\">{Html.Download(table.Id + ".csv", TableFiles.Csv(table), "CSV")} <code>{Html.Encode(table.Command)}</code></p>\n</section>\n");
        return html.ToString();
    }

    private static void Row(StringBuilder html, ReportRow row, int columns)
    {
        html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><span>{Html.Name(row.Name)}</span></th><td data-value=\"{row.Seeds}\">{row.Seeds}</td>");
        foreach (var cell in row.Cells)
        {
            var value = cell.Value is null ? "" : $" data-value=\"{Html.Encode(Numbers.Exact(cell.Value.Mean))}\"";
            var deviation = cell.Deviation is null ? "" : $"<small> ± {Html.Encode(cell.Deviation)}</small>";
            html.Append(cell.IsBest ? $"<td class=\"best\"{value}>★ {Html.Encode(cell.Mean)}{deviation}</td>" : $"<td{value}>{Html.Encode(cell.Mean)}{deviation}</td>");
        }

        if (row.Cells.Count == 0)
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"failure\" colspan=\"{columns}\">{Html.Encode(row.Failure ?? "")}</td>");
        html.Append("</tr>\n");
    }
}
