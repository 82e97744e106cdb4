namespace Unfold.Compression;

/// <summary>
/// What a truncated W′ is scaled to keep of W. ‖Wx‖₁ weighs against µ/2‖x − x0‖², so a W with rows less asks less of the signal; with the rows of
/// W doubled, for one, half of µ gives the same estimate.
/// </summary>
public enum PreservedScale
{
    /// <summary>Nothing: rows stay as they are.</summary>
    None,

    /// <summary>‖W‖_F.</summary>
    Energy,

    /// <summary>Σ‖wᵢ‖₂, to which the mean of ‖Wx‖₁ over directions of x is proportional. Exact where rows were repeated.</summary>
    AnalysisNorm,
}
