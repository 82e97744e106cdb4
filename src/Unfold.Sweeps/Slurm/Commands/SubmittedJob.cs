namespace Unfold.Sweeps;

/// <summary>A job that Slurm accepted.</summary>
/// <param name="Id">Its id; of an array, the array's.</param>
/// <param name="Cluster">The cluster, where the site names it.</param>
public sealed record SubmittedJob(int Id, string? Cluster = null);
