namespace Unfold.Results;

/// <summary>One line of metrics.jsonl: no clock values, so that equal runs write equal files.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Epoch">Epochs done; 0 is the untrained network.</param>
/// <param name="Metrics">Names to values.</param>
public sealed record MetricRecord(long Step, int Epoch, SortedDictionary<string, double> Metrics);
