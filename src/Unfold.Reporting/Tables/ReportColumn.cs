using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>A column of the table of results.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Format">How its values are written.</param>
/// <param name="Better">Which values are better: −1 lower, 1 higher, 0 neither.</param>
internal sealed record ReportColumn(string Title, string Metric, string Format, int Better)
{
    /// <summary>The columns of every report.</summary>
    public static IReadOnlyList<ReportColumn> All { get; } =
    [
        new("untrained test MSE", MetricNames.UntrainedTestMse, "f5", 0),
        new("test MSE", MetricNames.TestMse, "f5", -1),
        new("PSNR (dB)", MetricNames.TestPsnr, "f2", 1),
        new("NMSE (dB)", MetricNames.TestNmseDb, "f2", -1),
        new("SSIM", MetricNames.TestSsim, "f3", 1),
        new("generalization gap", MetricNames.GeneralizationGap, "f5", 0),
        new("parameters", MetricNames.ParametersCount, "n0", 0),
        new("training (s)", MetricNames.TrainSeconds, "f1", 0),
    ];
}
