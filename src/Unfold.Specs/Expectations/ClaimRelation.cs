namespace Unfold.Specs;

/// <summary>How the sides of a claim compare.</summary>
public enum ClaimRelation
{
    /// <summary>Left &lt; right.</summary>
    Below,

    /// <summary>Left &gt; right.</summary>
    Above,
}
