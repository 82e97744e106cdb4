namespace Unfold.StartEstimates;

/// <summary>The bound ε on ‖y − Ax‖₂, from the noise level that a reconstruction may know.</summary>
public enum ResidualBound
{
    /// <summary>σ√m: the expected norm; the truth lies outside about half the time.</summary>
    Known,

    /// <summary>σ√(m + √(8m)): the truth lies inside with high probability.</summary>
    Conservative,
}
