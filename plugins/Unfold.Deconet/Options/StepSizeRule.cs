namespace Unfold.Deconet;

/// <summary>The step sizes.</summary>
public enum StepSizeRule
{
    /// <summary>From ‖W‖ and ‖A‖ so that the iteration converges: λmax(t₁WᵀW + t₂AᵀA) ≤ µ.</summary>
    Norms,

    /// <summary>Constants that shrink geometrically from layer to layer.</summary>
    Decaying,
}
