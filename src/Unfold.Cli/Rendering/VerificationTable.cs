using System.Globalization;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>What verification found, in 80 columns, plain text.</summary>
internal static class VerificationTable
{
    /// <summary>Writes it.</summary>
    /// <param name="writer">Standard output.</param>
    /// <param name="report">What was found.</param>
    /// <param name="withStatistics">Whether figures over the seeds are shown too, which are many where many experiments are verified.</param>
    public static void Write(TextWriter writer, VerificationReport report, bool withStatistics = true)
    {
        var differing = report.Runs.SelectMany(r => r.Differences.Select(d => (Label: RunLabel(report, r), Difference: d))).ToList();
        var name = RowLabel.Width(differing.Select(d => d.Label), 13) - 1;
        if (differing.Count > 0)
            writer.WriteLine(Row("variant".PadRight(name), "metric", "expected", "received", "difference", "allowed"));
        foreach (var (label, d) in differing)
            writer.WriteLine(Row(RowLabel.Of(label, name), d.Path, Short(d.Expected), Short(d.Received), Short(d.Delta), Short(d.Allowed)));
        foreach (var line in RemarkLines.Of(report, r => RunLabel(report, r)))
            writer.WriteLine(line);
        foreach (var run in report.Runs.Where(r => r.Problem is not null))
            writer.WriteLine($"{RunLabel(report, run)}: {run.Problem}");
        foreach (var metric in report.Metrics.Where(m => !m.Holds))
            writer.WriteLine(metric.IsBetter ? $"better than expected: {metric.Sentence}; if that is meant, write it into the spec" : $"NOT AS EXPECTED: {metric.Sentence}");
        foreach (var published in report.Metrics.Where(m => m.Holds && m.Source is not null))
            writer.WriteLine($"as expected:   {published.Sentence}");
        if (withStatistics)
            StatisticsTable.Write(writer, report.Statistics);
        foreach (var line in report.Claims.SelectMany(ClaimLines.Of))
            writer.WriteLine(line);
        writer.WriteLine($"{report.Experiment}: {report.Runs.Sum(r => r.Compared)} metrics of {report.Runs.Count(r => r.Compared > 0)} runs compared, {differing.Count} differ, {(report.Metrics.Count == 0 ? "" : $"{report.Metrics.Count(m => m.Holds)} of {report.Metrics.Count} figures as expected, ")}{ClaimLines.Sum(report.Claims)}");
    }

    private static string RunLabel(VerificationReport report, RunCheck run) =>
        report.Runs.Count(r => r.Variant == run.Variant) > 1 ? $"{run.Variant} seed {run.Seed}" : run.Variant;

    private static string Row(string variant, string metric, string expected, string received, string difference, string allowed) =>
        $"{variant} {metric,-19} {expected,11} {received,11} {difference,11} {allowed,10}";

    private static string Short(string? number) =>
        number is not null && double.TryParse(number, CultureInfo.InvariantCulture, out var value) ? Short((double?)value) : number ?? "–";

    private static string Short(double? value) => value?.ToString("g5", CultureInfo.InvariantCulture) ?? "–";
}
