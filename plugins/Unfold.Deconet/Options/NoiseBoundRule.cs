namespace Unfold.Deconet;

/// <summary>The bound ε on ‖y − Ax‖₂.</summary>
public enum NoiseBoundRule
{
    /// <summary>σ√m: the expected norm; the truth lies outside about half the time.</summary>
    Known,

    /// <summary>σ√(m + √(8m)): the truth lies inside with high probability.</summary>
    Conservative,

    /// <summary>‖y − A x_true‖ over the whole batch: needs the truth.</summary>
    Oracle,
}
