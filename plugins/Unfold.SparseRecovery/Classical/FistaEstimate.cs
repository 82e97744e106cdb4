namespace Unfold.SparseRecovery;

/// <summary>The point of an accelerated iteration that is reported. At few iterations they differ by tenths of a decibel.</summary>
public enum FistaEstimate
{
    /// <summary>x_k, what the proximal step gave: the sparse one, which FISTA's rate is about.</summary>
    Proximal,

    /// <summary>z_k, the extrapolated point that the next step starts from (as the published logs of NA-ALISTA have it).</summary>
    Extrapolated,
}
