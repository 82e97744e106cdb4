using MathNet.Numerics.Random;

namespace Unfold.Results;

/// <summary>
/// A bootstrap of per-image differences, clustered by seed: seeds are drawn with replacement, then images within each drawn seed. Images
/// of one seed share the network, so that they are no independent samples of it.
/// </summary>
/// <param name="Mean">The mean over the seeds of their mean differences.</param>
/// <param name="Interval">The percentile interval of that mean, 95 %. With few seeds it is too narrow: it is shown beside a test, not in its place.</param>
/// <param name="Seeds">The clusters.</param>
/// <param name="Images">The differences of all seeds.</param>
public sealed record ClusteredBootstrap(double Mean, Interval Interval, int Seeds, int Images)
{
    private const int Repetitions = 2000;
    private const int Root = 20_250_401;

    /// <summary>Resamples; always the same for the same differences. Null for fewer than two seeds, or where a difference is not finite.</summary>
    /// <param name="differences">A list for each seed: the differences of its images, at least one.</param>
    public static ClusteredBootstrap? Of(IReadOnlyList<IReadOnlyList<double>> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count < 2 || !differences.All(seed => seed.Count > 0 && seed.All(double.IsFinite)))
            return null;
        var random = new Xoshiro256StarStar(Root, threadSafe: false);
        var means = new double[Repetitions];
        for (var r = 0; r < Repetitions; r++)
        {
            for (var s = 0; s < differences.Count; s++)
                means[r] += MeanOfDrawn(differences[random.Next(differences.Count)], random) / differences.Count;
        }

        Array.Sort(means);
        return new ClusteredBootstrap(differences.Average(seed => seed.Average()), new Interval(Quantile(means, 0.025), Quantile(means, 0.975)), differences.Count, differences.Sum(seed => seed.Count));
    }

    private static double MeanOfDrawn(IReadOnlyList<double> images, Xoshiro256StarStar random)
    {
        var sum = 0.0;
        for (var i = 0; i < images.Count; i++)
            sum += images[random.Next(images.Count)];
        return sum / images.Count;
    }

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
