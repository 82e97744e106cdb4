using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Reporting.Tests;

/// <summary>Runs of a sweep, made up: figures that can be followed by hand.</summary>
internal static class Grid
{
    /// <summary>A run with the axes of a cell.</summary>
    public static StoredRun Run(string variant, int seed, double psnr, double validation, params (string Path, JToken Value)[] axes)
    {
        var run = Specimen.Run(variant, 0.01, seed);
        return run with
        {
            Result = run.Result with
            {
                Cell = $"{variant}[{string.Join(',', axes.OrderBy(a => a.Path, StringComparer.Ordinal).Select(a => $"{AxisText.Short(a.Path)}={AxisText.Value(a.Value)}"))}]",
                Axes = new(axes.ToDictionary(a => a.Path, a => a.Value), StringComparer.Ordinal),
                Metrics = new(StringComparer.Ordinal) { [MetricNames.TestMse] = Math.Pow(10, -psnr / 10), [MetricNames.TestPsnr] = psnr, [MetricNames.ValidationMse] = validation },
            },
        };
    }

    /// <summary>Steps 1 and 2 with redundancy 1 and 4, two seeds: PSNR 10 · step + redundancy ± 1; validation prefers a cell that the test does not.</summary>
    public static IReadOnlyList<StoredRun> Runs(string variant = "c-dec") =>
    [
        .. from step in new[] { 1, 2 }
           from redundancy in new[] { 1, 4 }
           from seed in new[] { 0, 1 }
           select Run(variant, seed, (10 * step) + redundancy + (seed == 0 ? -1 : 1), step == 2 && redundancy == 1 ? 0.01 : 0.02, ("continuation.steps", step), ("architecture.redundancy", redundancy)),
    ];

    /// <summary>The same without one cell.</summary>
    public static IReadOnlyList<StoredRun> Holed() => [.. Runs().Where(r => r.Result.Name != "c-dec[redundancy=4,steps=1]")];
}
