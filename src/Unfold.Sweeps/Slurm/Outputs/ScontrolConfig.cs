using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>What a site says of itself with <c>scontrol show config</c>; null where it does not say.</summary>
/// <param name="ClusterName">The cluster's name.</param>
/// <param name="Version">Slurm's version.</param>
/// <param name="MaxArraySize">What no index of an array reaches.</param>
/// <param name="MaxArrayTasks">Elements that an array may have at most, where that is fewer.</param>
/// <param name="MinJobAge">How long the queue shows a job that has ended.</param>
public sealed record ScontrolConfig(string? ClusterName, string? Version, int? MaxArraySize, int? MaxArrayTasks, TimeSpan? MinJobAge)
{
    /// <summary>Reads the command's output.</summary>
    public static ScontrolConfig Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var values = text.Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0].Trim(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First()[1].Trim(), StringComparer.Ordinal);
        return new ScontrolConfig(
            values.GetValueOrDefault("ClusterName"),
            values.GetValueOrDefault("SLURM_VERSION"),
            Number(values.GetValueOrDefault("MaxArraySize")),
            Number(values.GetValueOrDefault("SchedulerParameters")?.Split(',').Select(p => p.Split('=', 2)).FirstOrDefault(p => p is ["max_array_tasks", _])?[1]),
            // "300 sec"
            Number(values.GetValueOrDefault("MinJobAge")?.Split(' ')[0]) is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
