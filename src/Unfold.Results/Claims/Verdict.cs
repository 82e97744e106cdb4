namespace Unfold.Results;

/// <summary>What the seeds say about a claim; written in camel case.</summary>
public enum Verdict
{
    /// <summary>The paired test separates the sides, in the claim's direction.</summary>
    Holds,

    /// <summary>Of several comparisons some hold.</summary>
    HoldsInPart,

    /// <summary>The paired test separates the sides, in the other direction.</summary>
    DoesNotHold,

    /// <summary>Too few shared seeds, or the paired test does not separate the sides.</summary>
    NotDecided,
}
