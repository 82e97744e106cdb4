namespace Unfold.Testing;

/// <summary>What became of a check.</summary>
public enum CheckOutcome
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold, or the component threw.</summary>
    Failed,

    /// <summary>It could not be made, or nothing is promised; the message says why.</summary>
    Skipped,
}
