namespace Unfold.Measurements;

/// <summary>What is done with the entries of a Gaussian matrix.</summary>
public enum GaussianEnsemble
{
    /// <summary>Nothing: independent, N(0, 1/m).</summary>
    Independent,

    /// <summary>Every column is divided by its ℓ2 norm: the set-up of LISTA and its family.</summary>
    UnitColumns,

    /// <summary>The rows are orthonormalised, A Aᵀ = I: A is uniform over all such matrices.</summary>
    OrthonormalRows,
}
