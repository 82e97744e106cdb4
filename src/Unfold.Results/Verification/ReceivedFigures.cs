using Unfold.Specs;

namespace Unfold.Results;

/// <summary>Figures of runs by cell.</summary>
/// <param name="received">The runs.</param>
internal sealed class ReceivedFigures(IReadOnlyList<RunResult> received)
{
    /// <summary>A metric of every run of a cell that has it.</summary>
    /// <param name="name">The cell.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="device">The class of device, or null for every one.</param>
    public IReadOnlyList<double> Of(string name, string metric, string? device = null) =>
    [
        .. received
            .Where(r => r.Name == name && r.Metrics.ContainsKey(metric))
            .Where(r => device is null || DeviceClasses.Of(r.Device) == device)
            .Select(r => r.Metrics[metric]),
    ];

    /// <summary>The mean; NaN without any.</summary>
    public static double Mean(IReadOnlyList<double> values) => values.Count == 0 ? double.NaN : Summary.Of(values).Mean;
}
