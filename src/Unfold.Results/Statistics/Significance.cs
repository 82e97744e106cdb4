namespace Unfold.Results;

/// <summary>When two variants are told apart: at least <see cref="LeastSeeds"/> shared seeds, and a paired t-test below <see cref="Level"/>.</summary>
public static class Significance
{
    /// <summary>Shared seeds below which nothing is decided: a signed-rank test of five cannot go below p = 0.0625.</summary>
    public const int LeastSeeds = 6;

    /// <summary>The largest p-value that separates, after Holm's correction where several comparisons are made.</summary>
    public const double Level = 0.05;

    /// <summary>Whether a comparison separates.</summary>
    /// <param name="seeds">Shared seeds.</param>
    /// <param name="pValue">The p-value, corrected; NaN never separates.</param>
    public static bool Separates(int seeds, double pValue) => seeds >= LeastSeeds && pValue < Level;
}
