namespace Unfold.Sweeps;

/// <summary>A job, or an element of an array, as the accounting has it.</summary>
/// <param name="ArrayId">The array's id, or the job's own.</param>
/// <param name="Index">The element's index; null for a job that is no array.</param>
/// <param name="State">Its state in Slurm's words, without who cancelled it.</param>
public sealed record AccountedJob(int ArrayId, int? Index, string State);
