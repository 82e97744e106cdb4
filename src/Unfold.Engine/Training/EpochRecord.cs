namespace Unfold.Engine.Training;

/// <summary>An epoch's figures by metric name.</summary>
/// <param name="Epoch">0 for the untrained network.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Metrics">Dotted names to values.</param>
public sealed record EpochRecord(int Epoch, long Step, IReadOnlyDictionary<string, double> Metrics);
