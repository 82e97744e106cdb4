namespace Unfold.Sweeps;

/// <summary>What a site says of itself; null where it does not say.</summary>
/// <param name="ClusterName">The cluster's name.</param>
/// <param name="Version">Slurm's version.</param>
/// <param name="MaxArraySize">What no index of an array reaches.</param>
/// <param name="MaxArrayTasks">Elements that an array may have at most, where that is fewer.</param>
/// <param name="MinJobAge">How long the queue shows a job that has ended.</param>
public sealed record ScontrolConfig(string? ClusterName, string? Version, int? MaxArraySize, int? MaxArrayTasks, TimeSpan? MinJobAge);
