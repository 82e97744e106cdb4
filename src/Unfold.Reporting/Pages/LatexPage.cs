using System.Text;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>report.tex: every table, for <c>\input</c> in an article that loads booktabs and longtable.</summary>
internal static class LatexPage
{
    public static string Write(ReportSource source)
    {
        var text = new StringBuilder($"% Written by: {OneLine(Shell.Command(["unfold", "report", source.Called]))}\n% Repeat the runs: {OneLine(source.Command)}\n% Needs \\usepackage{{booktabs,longtable}}\n\n");
        foreach (var (index, claim) in source.Claims.Index())
            text.Append(Claim(source, claim, index)).Append('\n');
        foreach (var table in ReportTables.Of(source))
            text.Append(LatexTable.Of(table, source.Experiment)).Append('\n');
        return text.ToString();
    }

    // A table for each claim: its words and what became of it are the caption, how that was decided stands once.
    private static string Claim(ReportSource source, JudgedClaim claim, int index) => LatexTable.Write(
        LatexTable.Label(source.Experiment, $"claim-{index + 1}"),
        $"{source.Experiment}: {claim.Says}",
        $"The claim {claim.Sentence}.{(index == 0 ? $" {ClaimText.Method}" : "")}",
        "p{0.22\\linewidth}p{0.1\\linewidth}" + new string('r', ClaimText.Header.Count - 2),
        ClaimText.Header.Select(Latex.Escape),
        claim.Comparisons.Select(c => string.Join(" & ", ClaimText.Fields(c).Select(Latex.Escape))));

    // A line break would end the comment.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
