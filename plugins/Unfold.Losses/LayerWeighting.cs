namespace Unfold.Losses;

/// <summary>How the losses of L layers are weighed; the weights add up to 1.</summary>
public enum LayerWeighting
{
    /// <summary>wₖ = 1/L.</summary>
    Uniform,

    /// <summary>wₖ ∝ k.</summary>
    Linear,

    /// <summary>wₖ ∝ γᴸ⁻ᵏ.</summary>
    Geometric,

    /// <summary>The last layer alone, as without this loss.</summary>
    Last,
}
