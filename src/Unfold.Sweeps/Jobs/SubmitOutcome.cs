namespace Unfold.Sweeps;

/// <summary>What came of submitting a sweep.</summary>
/// <param name="Jobs">The arrays that were submitted now.</param>
/// <param name="Elements">How many elements they have.</param>
/// <param name="Queued">Elements that the scheduler had before.</param>
/// <param name="Left">Elements that the site's limit leaves for later.</param>
public sealed record SubmitOutcome(IReadOnlyList<JobRecord> Jobs, int Elements, int Queued, int Left)
{
    /// <summary>Jobs that Slurm could not start, and held, and that may start now.</summary>
    public int Released { get; init; }
}
