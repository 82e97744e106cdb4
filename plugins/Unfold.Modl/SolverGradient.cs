namespace Unfold.Modl;

/// <summary>How a solve is differentiated.</summary>
public enum SolverGradient
{
    /// <summary>By a solve with the same matrix for the incoming gradient: exact where solves are, and without memory for iterations.</summary>
    Implicit,

    /// <summary>Through the iterations of conjugate gradients.</summary>
    Unrolled,
}
