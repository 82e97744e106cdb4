namespace Unfold;

/// <summary>Which states of a solve of L layers are kept for the backward pass; all between them is computed again.</summary>
public enum RecomputeRule
{
    /// <summary>Those at the start of ⌈√L⌉ segments of layers (Chen et al., arXiv 1604.06174): least memory.</summary>
    SquareRoot,

    /// <summary>Those before every layer: for layers that keep much more inside than they hand on, such as convolutional proximal maps.</summary>
    EveryLayer,
}
