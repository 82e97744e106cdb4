using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The loss around the trained parameters of the first seed of each cell, all on one scale: a map and a surface, or a profile along one direction.</summary>
internal static class LandscapeFigure
{
    private static readonly string[] Header = ["cell", "seed", "split", "loss", "alpha", "beta", "value"];

    /// <summary>The figure; null where no run has a landscape.</summary>
    public static Figure? Of(ReportSource source)
    {
        var taken = source.Cells
            .Select(c => (Cell: c, Run: c.Completed.FirstOrDefault(r => r.Landscape is { Surfaces.Count: > 0 })))
            .Where(c => c.Run is not null)
            .Select(c => (c.Cell, c.Cell.Name, Run: c.Run!, Landscape: c.Run!.Landscape!))
            .ToList();
        if (taken.Count == 0)
            return null;
        // One cell of each variant ahead: what comes later is folded away.
        var ahead = taken.DistinctBy(t => t.Cell.Variant).ToList();
        taken = [.. ahead, .. taken.Except(ahead)];
        // The test error is what the tables are about; else what all have.
        var surfaces = taken[0].Landscape.Surfaces.Where(s => taken.All(t => t.Landscape.Surfaces.Any(o => (o.Split, o.Loss) == (s.Split, s.Loss)))).ToList();
        if ((surfaces.FirstOrDefault(s => s is { Split: "test", Loss: "mse" }) ?? surfaces.FirstOrDefault()) is not { } shown)
            return null;
        var scale = LandscapeScale.Of(taken.Select(t => t.Landscape), shown.Split, shown.Loss);
        var lines = taken.Where(t => IsLine(t.Landscape, shown)).Select(t => (t.Cell, t.Landscape)).ToList();
        var directions = lines.Count == taken.Count ? "one random filter-normalised direction" : "random filter-normalised directions";
        return new Figure(
            "landscape-pictures",
            "Landscapes",
            $"The {Name(shown)} around the trained parameters of the first seed, along {directions}; one scale for all cells, so that the same colour or height is the same loss. The table is about every seed that has one: a cosine far from 0 says that the directions are alike, a second difference is a lower bound of the largest curvature. The CSV has every surface, and the roughness of each stands in the table above.",
            [.. LandscapeProfiles.Of(source, lines, shown.Split, shown.Loss, scale), .. taken.SelectMany((t, i) => IsLine(t.Landscape, shown) ? [] : Pictures(t.Name, t.Landscape, shown, scale, i))],
            source.Styles.Legend(lines.Select(l => l.Cell)),
            Csv.Write(Header, taken.SelectMany(t => Rows(t.Name, t.Run, t.Landscape))))
        { IsOfPairs = lines.Count < taken.Count, Facts = LandscapeFacts.Of(source) };
    }

    private static string Name(LandscapeSurface shown) =>
        $"{(shown.Loss == "mse" ? "MSE" : shown.Loss == "train" ? "training loss" : shown.Loss)} of {(shown.Split == "batch" ? "a fixed batch of training signals" : "test signals")}";

    private static bool IsLine(LossLandscape landscape, LandscapeSurface shown) => LandscapeScale.Surface(landscape, shown.Split, shown.Loss).Values[0].Count == 1;

    private static IEnumerable<Panel> Pictures(string name, LossLandscape landscape, LandscapeSurface shown, LandscapeScale scale, int index)
    {
        var (split, loss) = (shown.Split, shown.Loss);
        var alternative = $"{name}: {LandscapePlot.Describe(landscape, split, loss)}.";
        yield return new Panel(name, alternative, ChartSvg.Inline(LandscapePlot.Contour(landscape, split, loss, scale), $"landscape-{index}-map", alternative));
        yield return new Panel(name, alternative, ChartSvg.Inline(LandscapePlot.Surface(landscape, split, loss, scale), $"landscape-{index}-surface", alternative));
    }

    private static IEnumerable<string[]> Rows(string name, StoredRun run, LossLandscape landscape) =>
        from surface in landscape.Surfaces
        from row in surface.Values.Index()
        from value in row.Item.Index()
        let beta = row.Item.Count == 1 ? 0 : landscape.Offsets[value.Index]
        select new[] { Csv.Text(name), Numbers.Exact(run.Result.Seed), surface.Split, Csv.Text(surface.Loss), Numbers.Exact(landscape.Offsets[row.Index]), Numbers.Exact(beta), Numbers.Exact(value.Item) };
}
