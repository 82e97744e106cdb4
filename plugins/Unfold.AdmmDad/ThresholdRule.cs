namespace Unfold.AdmmDad;

/// <summary>What is learnt of the weight λ of ‖Wx‖₁, and with it of the threshold λ/ρ.</summary>
public enum ThresholdRule
{
    /// <summary>Nothing.</summary>
    Fixed,

    /// <summary>One λ for all layers.</summary>
    Shared,

    /// <summary>A λ for every layer; a network that is run with more layers than it has goes on with the last.</summary>
    PerLayer,
}
