namespace Unfold.Equilibrium;

/// <summary>How an equilibrium is differentiated.</summary>
public enum EquilibriumGradient
{
    /// <summary>By the implicit function theorem: g = Jᵀg + v is solved for the incoming gradient v, then goes through one layer.</summary>
    Implicit,

    /// <summary>Through one layer at the fixed point, as if J were 0 (Fung et al., AAAI 2022): cheap, and no gradient of the loss.</summary>
    JacobianFree,
}
