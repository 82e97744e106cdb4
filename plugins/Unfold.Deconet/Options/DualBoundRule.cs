namespace Unfold.Deconet;

/// <summary>The set that z₁ is projected onto.</summary>
public enum DualBoundRule
{
    /// <summary>The ℓ∞ ball of radius 1, the dual ball of ‖·‖₁.</summary>
    Unit,

    /// <summary>Radius t₁/θ, as TFOCS eq. (4.6) prints it and DECONET codes it.</summary>
    StepSize,
}
