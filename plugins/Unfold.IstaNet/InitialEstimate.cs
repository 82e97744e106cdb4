namespace Unfold.IstaNet;

/// <summary>The estimate before the first phase.</summary>
public enum InitialEstimate
{
    /// <summary>Qy, the linear least-squares fit of the training signals by their measurements: Q = XYᵀ(YYᵀ)⁻¹, with the noise in YYᵀ.</summary>
    LeastSquares,

    /// <summary>Aᵀy.</summary>
    Adjoint,
}
