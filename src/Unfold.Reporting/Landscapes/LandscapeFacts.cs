using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>How the landscapes were taken, and what was measured beside the surfaces.</summary>
internal static class LandscapeFacts
{
    private static readonly string[] Header = ["cell", "seed", "radius", "points", "batch", "test signals", "cosine of the directions", "eigenvalues", "second differences"];

    /// <summary>A row for each landscape; null without any.</summary>
    public static FactTable? Of(ReportSource source)
    {
        var taken = Taken(source).ToList();
        return taken.Count == 0 ? null : new FactTable("How the landscapes were taken", Header, [.. taken.Select(t => Row(t.Run, t.Landscape))]);
    }

    /// <summary>What a reader must know: notes of the landscapes, and that not all of them can be compared.</summary>
    public static IEnumerable<(string Name, string Text)> Notes(ReportSource source)
    {
        foreach (var (run, landscape) in Taken(source))
        {
            foreach (var note in landscape.Notes)
                yield return (run.Result.Name, $"landscape of seed {run.Result.Seed}: {note}");
        }

        var grids = Taken(source).GroupBy(t => Grid(t.Landscape), t => t.Run.Result.Name, StringComparer.Ordinal).ToList();
        if (grids.Count > 1)
            yield return ("landscapes", $"they differ in radius, points or signals, and their roughness and colours cannot be compared: {string.Join("; ", grids.Select(g => $"{g.Key}: {string.Join(", ", g.Distinct(StringComparer.Ordinal))}"))}");
    }

    private static IEnumerable<(StoredRun Run, LossLandscape Landscape)> Taken(ReportSource source) =>
        source.Cells.SelectMany(c => c.Completed).Where(r => r.Landscape is { Surfaces.Count: > 0 }).Select(r => (r, r.Landscape!));

    private static string Grid(LossLandscape landscape) => landscape.Request is { } asked
        ? $"radius {Radius(landscape)}, {Points(landscape)} points, {Numbers.Short(asked.Batch)} and {Numbers.Short(asked.TestSignals)} signals"
        : $"radius {Radius(landscape)}, {Points(landscape)} points";

    private static string Radius(LossLandscape landscape) => Numbers.Short(landscape.Offsets[^1]);

    private static string Points(LossLandscape landscape)
    {
        var along = Numbers.Short(landscape.Offsets.Count);
        return landscape.Surfaces[0].Values[0].Count == 1 ? along : $"{along} × {along}";
    }

    private static IReadOnlyList<string> Row(StoredRun run, LossLandscape landscape) =>
    [
        run.Result.Name, Numbers.Short(run.Result.Seed), Radius(landscape), Points(landscape), Signals(landscape.Request?.Batch), Signals(landscape.Request?.TestSignals), Numbers.Short(landscape.DirectionCosine, "g2"),
        All(landscape.HessianEigenvalues), All(landscape.SecondDifferences),
    ];

    private static string Signals(long? count) => count is { } known ? Numbers.Short(known) : "–";

    private static string All(IReadOnlyList<double> values) => values.Count == 0 ? "–" : string.Join(", ", values.Select(v => Numbers.Short(v)));
}
