using TorchSharp;

namespace Unfold;

/// <summary>What a reconstruction sees of a batch of signals.</summary>
/// <param name="Y">Measurements, [batch, m].</param>
/// <param name="Operator">The operator that took them.</param>
/// <param name="Noise">The known noise level.</param>
/// <param name="Oracle">
/// Knowledge that only the truth gives. Null, unless the network is an <see cref="IOracleNetwork"/>; a run that used it says so in its results.
/// </param>
public sealed record Observation(torch.Tensor Y, MeasurementOperator Operator, NoiseLevel Noise, Oracle? Oracle = null)
{
    /// <summary>
    /// The real measurements, where training sees others (<see cref="IHomotopy"/>): for parts of a network that were computed for the
    /// problem's own operator, such as a pseudo-inverse. Null where these are the real ones.
    /// </summary>
    public Observation? Original { get; init; }
}
