namespace Unfold.StartEstimates;

/// <summary>The norm of total variation.</summary>
public enum TotalVariationNorm
{
    /// <summary>Σ √(d₁² + d₂²): edges cost the same in every direction.</summary>
    Isotropic,

    /// <summary>Σ |d₁| + |d₂|: upright and level edges are cheaper than slanted ones.</summary>
    Anisotropic,
}
