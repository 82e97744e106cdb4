namespace Unfold.StartEstimates;

/// <summary>The range that a solver holds pixels in.</summary>
public enum BoxRule
{
    /// <summary>None.</summary>
    None,

    /// <summary>The dataset's, from its smallest to its largest pixel value.</summary>
    Dataset,
}
