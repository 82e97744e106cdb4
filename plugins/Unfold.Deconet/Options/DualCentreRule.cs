namespace Unfold.Deconet;

/// <summary>Where the dual step starts.</summary>
public enum DualCentreRule
{
    /// <summary>From z (TFOCS Listing 2).</summary>
    Dual,

    /// <summary>From (1−θ)u + θz, as TFOCS Listing 6 prints it and DECONET codes it.</summary>
    Combined,
}
