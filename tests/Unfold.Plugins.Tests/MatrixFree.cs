using TorchSharp;

namespace Unfold.Plugins.Tests;

/// <summary>An operator that has no matrix to show, as fast ones have none.</summary>
internal sealed class MatrixFree(MeasurementOperator inner) : MeasurementOperator
{
    public override int SignalLength => inner.SignalLength;

    public override int MeasurementCount => inner.MeasurementCount;

    public override double Norm => inner.Norm;

    public override torch.Tensor Apply(torch.Tensor signals) => inner.Apply(signals);

    public override torch.Tensor Adjoint(torch.Tensor measurements) => inner.Adjoint(measurements);

    public override MeasurementOperator To(torch.Device device) => new MatrixFree(inner.To(device));
}
