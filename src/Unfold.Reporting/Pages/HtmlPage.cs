using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>report.html: one file that needs no other and no network.</summary>
internal static class HtmlPage
{
    public static string Write(string experiment, string description, IReadOnlyList<StoredRun> runs) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html.Encode(experiment)} – Unfold</title>
        <style>
        {Style.Css}
        </style>
        </head>
        <body>
        <h1>{Html.Encode(experiment)}</h1>
        <p>{Html.Encode(description)}</p>
        {Sections.Table(ReportTable.Of(runs))}{Sections.Curves(runs)}{Sections.Reconstructions(runs)}{Sections.Notes(runs)}{Sections.Environment(runs)}
        <h2>Do it again</h2>
        <pre>unfold run {Html.Encode(experiment)} --force
        unfold verify {Html.Encode(experiment)}</pre>
        </body>
        </html>

        """;
}
