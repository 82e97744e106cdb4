namespace Unfold.Sweeps;

/// <summary>What a site says of its arrays with <c>scontrol show config</c>; null where it does not say.</summary>
/// <param name="MaxArraySize">What no index of an array reaches.</param>
/// <param name="MaxArrayTasks">Elements that an array may have at most, where that is fewer.</param>
public sealed record ScontrolConfig(int? MaxArraySize, int? MaxArrayTasks)
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
            SlurmNumber.Parse(values.GetValueOrDefault("MaxArraySize")),
            SlurmNumber.Parse(values.GetValueOrDefault("SchedulerParameters")?.Split(',').Select(p => p.Split('=', 2)).FirstOrDefault(p => p is ["max_array_tasks", _])?[1]));
    }
}
