namespace Unfold.Specs;

/// <summary>What the authors of a spec found about a claim, over all its cells; written <c>true</c>, <c>false</c>, <c>"in part"</c>, <c>"undecided"</c>.</summary>
public enum ClaimExpectation
{
    /// <summary>It holds in every cell.</summary>
    Holds,

    /// <summary>It does not: a claim of others that the figures here contradict.</summary>
    DoesNotHold,

    /// <summary>It holds in some cells.</summary>
    HoldsInPart,

    /// <summary>The seeds do not tell.</summary>
    NotDecided,
}
