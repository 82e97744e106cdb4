namespace Unfold.Deconet;

/// <summary>The momentum sequence.</summary>
public enum MomentumRule
{
    /// <summary>θ⁺ = 2/(1 + √(1 + 4/θ²)).</summary>
    Accelerated,

    /// <summary>θ⁺ = min(1, θ(1−√(µ/1000))/(1+√(µ/1000))), TFOCS's rule for strongly convex problems with its constant 1000; µ below 1000.</summary>
    Geometric,
}
