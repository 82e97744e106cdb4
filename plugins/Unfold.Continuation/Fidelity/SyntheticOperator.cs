namespace Unfold.Continuation;

/// <summary>The synthetic operator H, n×n.</summary>
public enum SyntheticOperator
{
    /// <summary>A random orthogonal matrix: perfectly conditioned.</summary>
    Orthogonal,

    /// <summary>Entries from N(0, 1/n): invertible, but badly conditioned.</summary>
    Gaussian,
}
