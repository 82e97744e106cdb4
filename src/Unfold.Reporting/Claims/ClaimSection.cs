using System.Globalization;
using System.Text;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The claims and their verdicts as HTML.</summary>
internal static class ClaimSection
{
    // A claim of more comparisons shows its verdict alone, and these on demand.
    private const int Unfolded = 4;

    public static string Of(ReportSource source)
    {
        var html = new StringBuilder("<section id=\"claims\"><h2>Claims</h2>\n");
        if (ClaimText.WhyNone(source) is { } why)
            return html.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(why)}</p>\n</section>\n").ToString();
        foreach (var claim in source.Claims)
            Write(html, claim);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"caption\">{Html.Encode(ClaimText.Method)}</p>\n");
        return html.Append(CultureInfo.InvariantCulture, $"<p class=\"repeat\">{Html.Download("claims.csv", ClaimData.Csv(source.Claims), "CSV")} <code>{Html.Encode(source.Command)}</code></p>\n</section>\n").ToString();
    }

    private static void Write(StringBuilder html, JudgedClaim claim)
    {
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"claim {Class(claim.Verdict)}\"><h3>{Html.Encode(claim.Says)}</h3>\n<p class=\"verdict\"><span aria-hidden=\"true\">{Sign(claim.Verdict)}</span> {Html.Encode(claim.Sentence)}</p>\n");
        var isFolded = claim.Comparisons.Count > Unfolded;
        if (isFolded)
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{claim.Comparisons.Count} comparisons</summary>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Comparisons: {Html.Encode(claim.Says)}\"><table>\n<thead><tr>");
        foreach (var heading in ClaimText.Header)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Html.Encode(heading)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var comparison in claim.Comparisons)
        {
            var fields = ClaimText.Fields(comparison);
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><span>{Html.Name(fields[0])}</span></th><td class=\"said {Class(comparison.Verdict)}\">{Html.Encode(fields[1])}</td>");
            foreach (var field in fields.Skip(2))
                html.Append(CultureInfo.InvariantCulture, $"<td>{Spread(field)}</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n").Append(isFolded ? "</details>\n" : "").Append("</article>\n");
    }

    // A deviation or an interval stands below its mean, so that the p-values are still on the page.
    private static string Spread(string field)
    {
        var at = field.IndexOfAny(['±', '[']);
        return at <= 0 ? Html.Encode(field) : $"{Html.Encode(field[..at])}<small>{Html.Encode(field[at..].Replace("± ", "±\u00a0", StringComparison.Ordinal))}</small>";
    }

    private static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.DoesNotHold => "fails",
        Verdict.HoldsInPart => "partly",
        _ => "open",
    };

    private static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "✓",
        Verdict.DoesNotHold => "✗",
        Verdict.HoldsInPart => "◐",
        _ => "?",
    };
}
