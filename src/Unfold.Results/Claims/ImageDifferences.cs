namespace Unfold.Results;

/// <summary>Differences of every test image between two sides, by seed.</summary>
public static class ImageDifferences
{
    /// <summary>Bootstraps right − left; null where a side has no figures of single images for the metric, or for fewer than two shared seeds.</summary>
    /// <param name="left">Runs of the left side.</param>
    /// <param name="leftMetric">Its metric: test.mse, test.psnr or test.ssim.</param>
    /// <param name="right">Runs of the right side.</param>
    /// <param name="rightMetric">Its metric.</param>
    public static ClusteredBootstrap? Of(IReadOnlyList<StoredRun> left, string leftMetric, IReadOnlyList<StoredRun> right, string rightMetric)
    {
        var (a, b) = (BySeed(left, leftMetric), BySeed(right, rightMetric));
        // Two sides that were tested on different images have no pairs.
        var shared = a.Keys.Where(seed => b.TryGetValue(seed, out var other) && other.Count == a[seed].Count).Order().ToList();
        return ClusteredBootstrap.Of([.. shared.Select(seed => (IReadOnlyList<double>)[.. b[seed].Zip(a[seed], (r, l) => r - l)])]);
    }

    private static Dictionary<int, IReadOnlyList<double>> BySeed(IReadOnlyList<StoredRun> runs, string metric)
    {
        var figures = new Dictionary<int, IReadOnlyList<double>>();
        foreach (var run in runs.Where(r => r.Result.Status == RunStatus.Completed))
        {
            if (run.TestImages is { } images && Of(images, metric) is { Count: > 0 } values)
                figures[run.Result.Seed] = values;
        }

        return figures;
    }

    private static IReadOnlyList<double>? Of(ImageFigures images, string metric) => metric switch
    {
        MetricNames.TestMse => images.Mse,
        MetricNames.TestPsnr => images.Psnr,
        MetricNames.TestSsim => images.Ssim,
        _ => null,
    };
}
