using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>A metric of a run by epoch.</summary>
/// <param name="Variant">The run's variant.</param>
/// <param name="Epochs">The epochs.</param>
/// <param name="Values">The values.</param>
internal sealed record LearningCurve(string Variant, double[] Epochs, double[] Values)
{
    /// <summary>The curves of all runs that were trained, the first seed of each variant.</summary>
    public static IReadOnlyList<LearningCurve> Of(IReadOnlyList<StoredRun> runs, string metric) =>
        [.. runs
            .GroupBy(r => r.Result.Name)
            .Select(g => g.First())
            .Where(r => r.Metrics.Any(m => m.Epoch > 0))
            .Select(r => (Variant: r.Result.Name, Points: r.Metrics.Where(m => m.Metrics.TryGetValue(metric, out var v) && double.IsFinite(v)).ToList()))
            .Where(c => c.Points.Count > 1)
            .Select(c => new LearningCurve(c.Variant, [.. c.Points.Select(p => (double)p.Epoch)], [.. c.Points.Select(p => p.Metrics[metric])]))];
}
