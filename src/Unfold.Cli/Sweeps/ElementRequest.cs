using System.Globalization;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>What a job of a scheduler is asked for.</summary>
/// <param name="Element">The index in its array.</param>
/// <param name="Offset">What is added to the index.</param>
/// <param name="Pack">Cells of an element.</param>
/// <param name="SignalSeconds">Seconds before its time limit at which it is warned.</param>
/// <param name="MaxTimeouts">Times that a cell may run into its time limit.</param>
internal sealed record ElementRequest(int Element, int Offset, int Pack, int SignalSeconds, int MaxTimeouts)
{
    /// <summary>What Slurm calls the job; null where none runs it.</summary>
    public string? Job { get; init; } = Number("SLURM_ARRAY_JOB_ID") is { } array ? SlurmIds.Of(array, Number("SLURM_ARRAY_TASK_ID")) : null;

    /// <summary>How often Slurm has begun the job again.</summary>
    public int Restarts { get; init; } = Number("SLURM_RESTART_COUNT") ?? 0;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
