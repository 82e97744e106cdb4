using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>What the numbers of a table of differences do not say by themselves.</summary>
internal static class RemarkLines
{
    public static IEnumerable<string> Of(VerificationReport report, Func<RunCheck, string> label)
    {
        foreach (var run in report.Runs.Where(r => Has(r, DifferenceKind.NotANumber)))
            yield return $"not a number, which equals nothing: {label(run)}: {Metrics(run, DifferenceKind.NotANumber)}";
        foreach (var run in report.Runs.Where(r => Has(r, DifferenceKind.Better)))
            yield return $"better than expected: {label(run)}: {Metrics(run, DifferenceKind.Better)}";
        if (report.Runs.Any(r => Has(r, DifferenceKind.Better)))
            yield return DifferenceWords.IfMeant(report.Called);
        foreach (var moved in report.Runs.Where(r => r.IsOnAnotherClass).GroupBy(r => (r.Device, r.AcceptedOn)))
            yield return $"on {moved.Key.Device}, accepted on {moved.Key.AcceptedOn}: the tolerances for {moved.Key.Device} hold for {string.Join(", ", moved.Select(r => r.Variant).Distinct(StringComparer.Ordinal))}";
    }

    private static bool Has(RunCheck run, DifferenceKind kind) => run.Differences.Any(d => d.Kind == kind);

    private static string Metrics(RunCheck run, DifferenceKind kind) => string.Join(", ", run.Differences.Where(d => d.Kind == kind).Select(d => d.Path));
}
