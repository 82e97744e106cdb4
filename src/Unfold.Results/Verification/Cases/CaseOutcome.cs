namespace Unfold.Results;

/// <summary>What became of a case.</summary>
public enum CaseOutcome
{
    /// <summary>It is as expected.</summary>
    Passed,

    /// <summary>It is not.</summary>
    Failed,

    /// <summary>Nobody can say: it could not be run, or not be compared.</summary>
    Error,

    /// <summary>It was not checked.</summary>
    Skipped,
}
