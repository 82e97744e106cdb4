namespace Unfold.Deconet;

/// <summary>How W starts.</summary>
public enum AnalysisInit
{
    /// <summary>Normal entries of variance 2/n.</summary>
    Kaiming,

    /// <summary>The same, divided by its spectral norm (published for CIFAR-10).</summary>
    KaimingNormalized,

    /// <summary>Entries from Beta(0.5, 0.7), divided by the spectral norm (the published alternative).</summary>
    Beta,

    /// <summary>
    /// Finite differences of the image: horizontal, vertical and the two diagonals, n rows each, as far as N reaches; rows beyond 4n
    /// are Kaiming. The ℓ1 norm of the first 2n rows is anisotropic total variation.
    /// </summary>
    Differences,
}
