using System.Globalization;
using System.Text;

namespace Unfold.Reporting;

/// <summary>A figure as HTML.</summary>
internal static class FigureSection
{
    // Further panels are folded away.
    private const int Unfolded = 6;

    public static string Of(Figure figure)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{figure.Id}\"><h2>{Html.Encode(figure.Title)}</h2>\n");
        if (figure.Legend.Count > 0)
            Legend(html, figure.Legend);
        Panels(html, figure.Panels.Take(Unfolded), figure.IsOfPairs);
        if (figure.Panels.Count > Unfolded)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{figure.Panels.Count - Unfolded} further panels</summary>\n");
            Panels(html, figure.Panels.Skip(Unfolded), figure.IsOfPairs);
            html.Append("</details>\n");
        }

        if (figure.Facts is { } facts)
            Facts(html, facts);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"caption\">{Html.Encode(figure.Caption)}</p>\n<p class=\"repeat\">{Html.Download(figure.Id + ".csv", figure.Csv, "Data as CSV")}</p>\n</section>\n");
        return html.ToString();
    }

    private static void Legend(StringBuilder html, IReadOnlyList<(string Name, SeriesStyle Style)> legend)
    {
        html.Append("<ul class=\"legend\">");
        foreach (var (name, style) in legend)
            html.Append(CultureInfo.InvariantCulture, $"<li><span class=\"{style.Class}\" aria-hidden=\"true\">{style.Sign}</span> {Html.Encode(name)}</li>");
        html.Append("</ul>\n");
    }

    private static void Facts(StringBuilder html, FactTable facts)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll facts\" tabindex=\"0\" role=\"region\" aria-label=\"{Html.Encode(facts.Title)}\"><table>\n<thead><tr>{string.Concat(facts.Header.Select(h => $"<th scope=\"col\">{Html.Encode(h)}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (var row in facts.Rows)
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><span>{Html.Name(row[0])}</span></th>{string.Concat(row.Skip(1).Select(f => $"<td>{Html.Encode(f)}</td>"))}</tr>\n");
        html.Append("</tbody></table></div>\n");
    }

    private static void Panels(StringBuilder html, IEnumerable<Panel> panels, bool arePairs)
    {
        html.Append(arePairs ? "<div class=\"panels pairs\">\n" : "<div class=\"panels\">\n");
        foreach (var panel in panels)
            html.Append(CultureInfo.InvariantCulture, $"<figure>{(panel.Title.Length > 0 ? $"<figcaption>{Html.Encode(panel.Title)}</figcaption>" : "")}{panel.Svg}</figure>\n");
        html.Append("</div>\n");
    }
}
