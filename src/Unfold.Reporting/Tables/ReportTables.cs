using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The tables of a report: those whose metrics the runs have.</summary>
internal static class ReportTables
{
    private const string Robustness = "robustness.";
    private const string Psnr = ".psnr";

    /// <summary>The main columns, of every report.</summary>
    public static IReadOnlyList<ReportColumn> Main { get; } =
    [
        new("untrained test MSE", MetricNames.UntrainedTestMse, "f5", 0),
        new("test MSE", MetricNames.TestMse, "f5", -1),
        new("PSNR (dB)", MetricNames.TestPsnr, "f2", 1),
        new("NMSE (dB)", MetricNames.TestNmseDb, "f2", -1),
        new("SSIM", MetricNames.TestSsim, "f3", 1),
        new("generalization gap", MetricNames.GeneralizationGap, "f5", 0),
        new("parameters", MetricNames.ParametersCount, "n0", 0),
        new("training (s)", MetricNames.TrainSeconds, "f1", 0),
        new("inference (ms/image)", MetricNames.InferenceMilliseconds, "f3", 0),
    ];

    private static readonly ReportColumn[] Stability =
    [
        new("roughness of the curve", MetricNames.CurveRoughness, "g3", 0),
        new("gradient norm, mean", MetricNames.MeanGradientNorm, "g3", 0),
        new("gradient norm, largest", MetricNames.LargestGradientNorm, "g3", 0),
        new("best epoch", MetricNames.BestEpoch, "f1", 0),
    ];

    /// <summary>Makes them.</summary>
    public static IReadOnlyList<ReportTable> Of(IReadOnlyList<ReportedCell> cells)
    {
        var names = cells.SelectMany(c => c.Completed).SelectMany(RunFigures.Names).ToHashSet(StringComparer.Ordinal);
        var further = new[]
        {
            Table("losses", "Every loss, evaluated", "Losses are in training units; the gap is test − training, signed, with the same parameters and the same evaluation.", Losses(names)),
            Table("robustness", "Robustness", "PSNR in dB of the same trained networks when only the test measurements change.", Conditions(names)),
            Table("stability", "Stability of training", "Roughness is the jitter of the validation MSE from epoch to epoch, relative to its last value; gradient norms are those of all steps, before clipping; the best epoch has the lowest validation MSE.", [.. Stability.Where(c => names.Contains(c.Metric))]),
            Table("landscapes", "Loss landscapes", "Roughness is the RMS deviation of the surface from its best quadratic fit, relative to the loss at its centre; the eigenvalue is the largest of the Hessian of the training loss on a fixed batch.", Landscapes(names)),
        };
        return [ReportTable.Of("results", "Results on the test images", "Untrained is the network before its first step.", Main, cells), .. further.OfType<ReportTable>()];

        ReportTable? Table(string id, string title, string about, IReadOnlyList<ReportColumn> columns) =>
            columns.Any(c => c.Metric.Contains('.', StringComparison.Ordinal) && names.Contains(c.Metric)) ? ReportTable.Of(id, title, about, columns, [.. cells.Where(cell => columns.Any(c => cell.Summarise(c.Metric) is not null))]) : null;
    }

    private static List<ReportColumn> Landscapes(HashSet<string> names)
    {
        var roughness = names.Where(RunFigures.IsRoughness).Order(StringComparer.Ordinal).Select(n => new ReportColumn($"roughness, {RunFigures.Surface(n)}", n, "g3", 0));
        return [.. roughness, .. names.Contains(RunFigures.LargestEigenvalue) ? [new ReportColumn("largest eigenvalue", RunFigures.LargestEigenvalue, "g4", 0)] : Array.Empty<ReportColumn>()];
    }

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

    private static List<ReportColumn> Conditions(HashSet<string> names)
    {
        var conditions = names
            .Where(n => n.StartsWith(Robustness, StringComparison.Ordinal) && n.EndsWith(Psnr, StringComparison.Ordinal) && n.Length > Robustness.Length + Psnr.Length)
            .Order(StringComparer.Ordinal)
            .Select(n => new ReportColumn(n[Robustness.Length..^Psnr.Length], n, "f2", 1))
            .ToList();
        return conditions.Count == 0 ? [] : [new("as trained", MetricNames.TestPsnr, "f2", 1), .. conditions];
    }
}
