using TorchSharp;

namespace Unfold.Conformance.Tests;

/// <summary>Draws it.</summary>
internal sealed class AlteredMeasurement(Func<DenseOperator, MeasurementOperator> alter) : IMeasurement
{
    public object Options => this;

    public INoise? Noise => null;

    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator) =>
        alter(new DenseOperator(torch.randn((shape.Length / 2) + 1, shape.Length, generator: generator)));
}
