using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The tables of a report: those whose metrics the runs have.</summary>
internal static class ReportTables
{
    private const string Robustness = "robustness.";
    private const string Psnr = ".psnr";
    private const string Nmse = ".nmse_db";

    /// <summary>The main columns, of every report.</summary>
    public static IReadOnlyList<ReportColumn> Main { get; } =
    [
        new("untrained test MSE", MetricNames.UntrainedTestMse, "f5", 0),
        new("test MSE", MetricNames.TestMse, "f5", -1),
        new("PSNR (dB)", MetricNames.TestPsnr, "f2", 1),
        new("PSNR of the mean MSE (dB)", MetricNames.TestPsnrOfMse, "f2", 1),
        new("NMSE (dB)", MetricNames.TestNmseDb, "f2", -1),
        new("SSIM", MetricNames.TestSsim, "f3", 1),
        new("generalization gap", MetricNames.GeneralizationGap, "f5", 0),
    ];

    private static readonly ReportColumn[] Cost =
    [
        new("parameters", MetricNames.ParametersCount, "n0", 0),
        new("inference (ms/image)", MetricNames.InferenceMilliseconds, "f3", 0),
        new("inference memory (MB)", MetricNames.InferenceMegabytes, "f1", 0),
        new("training (s)", MetricNames.TrainSeconds, "f1", 0),
    ];

    private static readonly ReportColumn[] Benefit =
    [
        new("PSNR before training (dB)", MetricNames.UntrainedTestPsnr, "f2", 0),
        new("PSNR after (dB)", MetricNames.TestPsnr, "f2", 0),
    ];

    private static readonly ReportColumn[] Stability =
    [
        new("roughness of the curve", MetricNames.CurveRoughness, "g3", 0),
        new("gradient norm, mean", MetricNames.MeanGradientNorm, "g3", 0),
        new("gradient norm, largest", MetricNames.LargestGradientNorm, "g3", 0),
        new("best epoch", MetricNames.BestEpoch, "f1", 0),
    ];

    private static readonly ReportColumn[] Landscapes =
    [
        new("roughness, training loss, batch", LandscapeMetrics.BatchRoughness, "g3", 0),
        new("roughness, training loss, test", LandscapeMetrics.TestRoughness, "g3", 0),
        new("roughness, MSE, batch", LandscapeMetrics.Roughness("batch", "mse"), "g3", 0),
        new("roughness, MSE, test", LandscapeMetrics.Roughness("test", "mse"), "g3", 0),
        new("largest eigenvalue", LandscapeMetrics.Sharpness, "g4", 0),
        new("largest second difference", LandscapeMetrics.Curvature, "g4", 0),
    ];

    /// <summary>Makes them, each with the command that repeats it.</summary>
    public static IReadOnlyList<ReportTable> Of(ReportSource source) =>
        [.. Of(source.Cells).Select(t => t with { Command = t.Id == "landscapes" ? LandscapeCommands.Of(source) : source.Command })];

    /// <summary>Makes them.</summary>
    public static IReadOnlyList<ReportTable> Of(IReadOnlyList<ReportedCell> cells)
    {
        var names = cells.SelectMany(c => c.Completed).SelectMany(r => r.Result.Metrics.Keys).ToHashSet(StringComparer.Ordinal);
        var further = new[]
        {
            Table("costs", "Cost", "Times and memory are those of the machine below: memory is that of parameters, buffers and what a batch’s reconstruction adds; training is its steps alone. What it buys is the PSNR on the test images before the first step and after the last.", [.. Cost.Where(c => names.Contains(c.Metric))], Benefit),
            Table("losses", "Every loss, evaluated", "Losses are in training units; the gap is test − training, signed, with the same parameters and the same evaluation.", Losses(names)),
            Table("robustness", "Robustness", AboutRobustness(names), Conditions(names)),
            Table("stability", "Stability of training", "Roughness is the jitter of the validation MSE from epoch to epoch, relative to its last value; gradient norms are those of all steps, before clipping; the best epoch has the lowest validation MSE.", [.. Stability.Where(c => names.Contains(c.Metric))]),
            Table("landscapes", "Loss landscapes", AboutLandscapes(names), [.. Landscapes.Where(c => names.Contains(c.Metric))]),
        };
        return [ReportTable.Of("results", "Results on the test images", "Untrained is the network before its first step. PSNR is the mean over the images; that of the mean MSE is ruled by the worst of them.", Main, cells), .. SweepTables.Of(cells), .. further.OfType<ReportTable>()];

        // A table is there where the runs have one of its own figures; others stand beside them.
        ReportTable? Table(string id, string title, string about, IReadOnlyList<ReportColumn> own, params ReportColumn[] others) => own.Count == 0
            ? null
            : ReportTable.Of(id, title, about, [.. own, .. others.Where(c => names.Contains(c.Metric))], [.. cells.Where(cell => own.Any(c => cell.Summarise(c.Metric) is not null))]);
    }

    private static string AboutLandscapes(HashSet<string> names) => string.Concat(
        "Roughness is the RMS deviation of the surface from its best quadratic fit, relative to the loss at its centre",
        names.Contains(LandscapeMetrics.Sharpness) ? "; the eigenvalue is the largest of the Hessian of the training loss on a fixed batch" : "",
        names.Contains(LandscapeMetrics.Curvature) ? "; the second difference is the largest that was measured of that loss, a lower bound of its curvature" : "",
        ".");

    private static List<ReportColumn> Losses(HashSet<string> names)
    {
        var losses = names.Where(n => n.StartsWith("test.loss.", StringComparison.Ordinal)).Select(n => n["test.loss.".Length..]).Order(StringComparer.Ordinal);
        return [.. losses.SelectMany(id => new ReportColumn[]
        {
            new($"{id}, training", $"train.loss.{id}", "g4", 0),
            new($"{id}, test", $"test.loss.{id}", "g4", -1),
            new($"{id}, gap", $"generalization.gap.{id}", "g3", 0),
        }.Where(c => names.Contains(c.Metric)))];
    }

    private static string AboutRobustness(HashSet<string> names) =>
        $"{(HasPeak(names) ? "PSNR" : "NMSE")} in dB of the same trained networks when only the test measurements change.";

    // Signals without a range have no PSNR.
    private static bool HasPeak(HashSet<string> names) => names.Contains(MetricNames.TestPsnr) || !names.Contains(MetricNames.TestNmseDb);

    private static List<ReportColumn> Conditions(HashSet<string> names)
    {
        var (suffix, asTrained, best) = HasPeak(names) ? (Psnr, MetricNames.TestPsnr, 1) : (Nmse, MetricNames.TestNmseDb, -1);
        var conditions = names
            .Where(n => n.StartsWith(Robustness, StringComparison.Ordinal) && n.EndsWith(suffix, StringComparison.Ordinal) && n.Length > Robustness.Length + suffix.Length)
            .Order(StringComparer.Ordinal)
            .Select(n => new ReportColumn(n[Robustness.Length..^suffix.Length], n, "f2", best))
            .ToList();
        return conditions.Count == 0 ? [] : [new("as trained", asTrained, "f2", best), .. conditions];
    }
}
