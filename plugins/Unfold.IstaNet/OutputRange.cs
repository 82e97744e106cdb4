namespace Unfold.IstaNet;

/// <summary>The range that estimates are clamped to.</summary>
public enum OutputRange
{
    /// <summary>None: the metrics clip to the data set's.</summary>
    None,

    /// <summary>The data set's pixel range.</summary>
    Dataset,
}
