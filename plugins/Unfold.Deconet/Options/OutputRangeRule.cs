namespace Unfold.Deconet;

/// <summary>The range that estimates are clamped to.</summary>
public enum OutputRangeRule
{
    /// <summary>None.</summary>
    None,

    /// <summary>The dataset's pixel range.</summary>
    Dataset,

    /// <summary>The range of the batch's truth: needs the truth.</summary>
    Truth,
}
