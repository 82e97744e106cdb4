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
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{figure.Id}\"><h2>{Html.Encode(figure.Title)}</h2>\n<ul class=\"legend\">");
        foreach (var (name, style) in figure.Legend)
            html.Append(CultureInfo.InvariantCulture, $"<li><span class=\"{style.Class}\" aria-hidden=\"true\">{style.Sign}</span> {Html.Encode(name)}</li>");
        html.Append("</ul>\n");
        Panels(html, figure.Panels.Take(Unfolded));
        if (figure.Panels.Count > Unfolded)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{figure.Panels.Count - Unfolded} further panels</summary>\n");
            Panels(html, figure.Panels.Skip(Unfolded));
            html.Append("</details>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<p class=\"caption\">{Html.Encode(figure.Caption)}</p>\n<p class=\"repeat\">{Html.Download(figure.Id + ".csv", figure.Csv, "Data as CSV")}</p>\n</section>\n");
        return html.ToString();
    }

    private static void Panels(StringBuilder html, IEnumerable<Panel> panels)
    {
        html.Append("<div class=\"panels\">\n");
        foreach (var panel in panels)
            html.Append(CultureInfo.InvariantCulture, $"<figure>{(panel.Title.Length > 0 ? $"<figcaption>{Html.Encode(panel.Title)}</figcaption>" : "")}{panel.Svg}</figure>\n");
        html.Append("</div>\n");
    }
}
