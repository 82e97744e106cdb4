using Unfold.Results;

namespace Unfold.Reporting.Tests;

public sealed class CurveFigureTests
{
    [Fact]
    public void A_curve_ends_where_the_first_of_its_seeds_stopped()
    {
        var figure = Of(Run(0, 0.4, 0.3, 0.2, 0.1), Run(1, 0.6, 0.5, 0.4));
        Assert.Equal(4, Lines(figure).Length);
        Assert.StartsWith("a,2,0.3", Lines(figure)[^1], StringComparison.Ordinal);
        Assert.Contains("A curve ends at the last epoch that all of its seeds reached", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_failed_are_in_no_mean()
    {
        var failed = Run(1, 9, 9, 9);
        var figure = Of(Run(0, 0.4, 0.3, 0.2), failed with { Result = failed.Result with { Status = RunStatus.Diverged } });
        Assert.Equal(["a,0,0.4,0,1", "a,1,0.3,0,1", "a,2,0.2,0,1"], Lines(figure)[1..]);
        Assert.DoesNotContain("A curve ends", figure.Caption, StringComparison.Ordinal);
    }

    private static string[] Lines(Figure figure) => figure.Csv.TrimEnd('\n').Split('\n');

    private static Figure Of(params StoredRun[] runs) => CurveFigure.Of(new ReportSource("x", "", runs, null, "x"))!;

    private static StoredRun Run(int seed, params double[] curve) => Specimen.Run("a", 0.1, seed) with
    {
        Metrics = [.. curve.Select((mse, epoch) => new MetricRecord(epoch, epoch, new(StringComparer.Ordinal) { [MetricNames.ValidationMse] = mse }))],
    };
}
