namespace Unfold;

/// <summary>What a reconstruction may know of the noise.</summary>
/// <param name="StandardDeviation">σ of one measurement, in normalised units; 0 for none.</param>
public readonly record struct NoiseLevel(double StandardDeviation)
{
    /// <summary>No noise.</summary>
    public static NoiseLevel None => default;
}
