namespace Unfold.Specs;

/// <summary>Successive halving: at some epochs only the runs go on that are among the best there. No part of a run's identity.</summary>
/// <param name="Metric">What is compared: <c>validation.mse</c>, say; <see cref="ExpectableMetrics.DirectionOf"/> knows which way it improves.</param>
/// <param name="From">The epoch of the first rung, at least 1.</param>
/// <param name="Factor">η: one of so many goes on, and each rung is at so many times the epoch of the one before; at least 2.</param>
public sealed record Halving(string Metric, int From, int Factor)
{
    /// <summary>The metrics that a spec may name, the usual one first.</summary>
    public static IReadOnlyList<string> Metrics { get; } = ["validation.mse", "validation.loss", "validation.nmse_db", "validation.psnr"];

    /// <summary>The epochs at which is decided, in their order: From·Factor^k as long as it is below the last epoch.</summary>
    /// <param name="epochs">The epochs of a run that is not stopped.</param>
    public IReadOnlyList<int> Rungs(int epochs)
    {
        var rungs = new List<int>();
        for (long epoch = From; epoch < epochs; epoch *= Factor)
            rungs.Add((int)epoch);
        return rungs;
    }
}
