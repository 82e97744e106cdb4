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
}
