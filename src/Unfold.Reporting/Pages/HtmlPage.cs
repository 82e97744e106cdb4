using System.Globalization;
using System.Text;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>report.html: one file that needs no other and no network.</summary>
internal static class HtmlPage
{
    public static string Write(ReportSource source, CancellationToken stop = default)
    {
        List<(string Id, string Title, string Html)> sections = [];
        foreach (var section in Sections(source))
        {
            stop.ThrowIfCancellationRequested();
            if (section.Html.Length > 0)
                sections.Add(section);
        }

        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '{Script.Hash}'">
            <link rel="icon" href="data:,">
            <title>{Html.Encode(source.Experiment)} – Unfold</title>
            <style>
            {Style.Css}
            </style>
            </head>
            <body>
            <header>
            <p class="kind">Unfold report</p>
            <h1>{Html.Encode(source.Experiment)}</h1>
            {(source.Description.Length > 0 ? $"<p class=\"question\">{Html.Encode(source.Description)}</p>\n" : "")}<p class="facts">{Html.Encode(Facts(source))}</p>
            <nav aria-label="Sections">{string.Concat(sections.Select(s => $"<a href=\"#{s.Id}\">{Html.Encode(s.Title)}</a>"))}</nav>
            </header>
            <main>
            {string.Concat(sections.Select(s => s.Html))}</main>
            <script>{Script.Js}</script>
            </body>
            </html>

            """;
    }

    private static IEnumerable<(string Id, string Title, string Html)> Sections(ReportSource source)
    {
        yield return ("claims", "Claims", ClaimSection.Of(source));
        foreach (var table in ReportTables.Of(source))
            yield return (table.Id, table.Id == "results" ? "Results" : table.Title, HtmlTable.Section(table));
        foreach (var figure in ReportFigures.Of(source))
            yield return (figure.Id, figure.Title, FigureSection.Of(figure));
        yield return ("reconstructions", "Reconstructions", Reconstructions.Section(source.Cells));
        yield return ("notes", "Notes", List("notes", "Notes", Notes.Of(source)));
        yield return ("definitions", "Definitions", Definitions("definitions", "How the figures are defined", Notes.Conventions(source)));
        yield return ("environment", "Environment", Environment(source));
        yield return ("repeat", "Repeat", Repeat(source));
    }

    private static string Facts(ReportSource source)
    {
        var runs = source.Runs.Count;
        var completed = source.Runs.Count(r => r.Result.Status == RunStatus.Completed);
        var cells = source.Cells.Count;
        return string.Create(CultureInfo.InvariantCulture, $"{cells} {(cells == 1 ? "variant or cell" : "variants and cells")}, {runs} {(runs == 1 ? "run" : "runs")}{(completed == runs ? "" : $", of which {completed} completed")}");
    }

    private static string Environment(ReportSource source)
    {
        var items = Notes.Environment(source);
        var identities = $"<details><summary>Identities of the specs</summary>\n{Items(Notes.Identities(source))}</details>\n";
        return items.Count == 0
            ? ""
            : $"<section id=\"environment\"><h2>Environment</h2>\n{Items(items)}{identities}</section>\n";
    }

    private static string Repeat(ReportSource source) => $"""
        <section id="repeat"><h2>Do it again</h2>
        <pre tabindex="0">{Html.Encode(source.Command)}
        {Html.Encode(Shell.Command(["unfold", "report", source.Called]))}
        {Html.Encode(Shell.Command(["unfold", "verify", source.Called]))}</pre>
        <p class="repeat">{Html.Download("runs.csv", TableFiles.Runs(source.Runs), "Every run with every metric as CSV")}</p>
        </section>

        """;

    private static string List(string id, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return "";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{id}\"><h2>{Html.Encode(title)}</h2>\n<ul>");
        foreach (var item in items)
            html.Append(CultureInfo.InvariantCulture, $"<li>{Html.Encode(item)}</li>");
        return html.Append("</ul>\n</section>\n").ToString();
    }

    private static string Definitions(string id, string title, IReadOnlyList<(string Name, string Text)> items) =>
        items.Count == 0 ? "" : $"<section id=\"{id}\"><h2>{Html.Encode(title)}</h2>\n{Items(items)}</section>\n";

    private static string Items(IEnumerable<(string Name, string Text)> items) =>
        $"<dl>{string.Concat(items.Select(i => $"<dt>{Html.Encode(i.Name)}</dt><dd>{Html.Encode(i.Text)}</dd>"))}</dl>\n";
}
