namespace Unfold;

/// <summary>What a reconstruction may know of the noise.</summary>
/// <param name="StandardDeviation">σ of one measurement, in normalised units; 0 for none.</param>
public readonly record struct NoiseLevel(double StandardDeviation)
{
    /// <summary>
    /// Whether the noise is N(0, σ²I) with this σ in every signal: what Stein's estimate of the error holds for. False where σ is that of a batch of signals, each with its own, or of
    /// another law.
    /// </summary>
    public bool IsGaussian { get; init; }

    /// <summary>No noise.</summary>
    public static NoiseLevel None => default;

    /// <summary>ε = σ√m, the expected norm of the noise: ‖y − Ax‖₂ of the truth is larger about half the time.</summary>
    /// <param name="measurements">m.</param>
    public double ExpectedNorm(int measurements) => StandardDeviation * Math.Sqrt(measurements);

    /// <summary>ε = σ√(m + √(8m)): ‖y − Ax‖₂ of the truth is smaller with high probability (Candès, Romberg, Tao 2006).</summary>
    /// <param name="measurements">m.</param>
    public double ConservativeNorm(int measurements) => StandardDeviation * Math.Sqrt(measurements + Math.Sqrt(8.0 * measurements));
}
