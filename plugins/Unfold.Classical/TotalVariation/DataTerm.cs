namespace Unfold.Classical;

/// <summary>How an estimate is held to its measurements.</summary>
public enum DataTerm
{
    /// <summary>‖y − Ax‖₂ ≤ ε, from the noise level that a reconstruction may know.</summary>
    Constraint,

    /// <summary>½‖y − Ax‖², against λ TV(x).</summary>
    Penalty,
}
