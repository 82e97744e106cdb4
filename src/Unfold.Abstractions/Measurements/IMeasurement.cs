using TorchSharp;

namespace Unfold;

/// <summary>A way of measuring signals: an ensemble of operators with its noise.</summary>
public interface IMeasurement : IComponent
{
    /// <summary>The noise added to the measurements, or null for none.</summary>
    INoise? Noise { get; }

    /// <summary>Draws the operator of a run, on the CPU.</summary>
    /// <param name="shape">The shape of one signal.</param>
    /// <param name="generator">The engine's seeded generator: the only source of randomness.</param>
    MeasurementOperator Draw(SignalShape shape, torch.Generator generator);
}
