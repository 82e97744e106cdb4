using TorchSharp;

namespace Unfold.Plugins.Tests;

/// <summary>An operator that counts how often it is applied. It has no matrix.</summary>
/// <param name="of">The operator; not disposed with this one.</param>
internal sealed class CountingOperator(MeasurementOperator of) : MeasurementOperator
{
    public int Applied { get; private set; }

    /// <summary>Of those, to signals that require gradient.</summary>
    public int WithGradient { get; private set; }

    public override int SignalLength => of.SignalLength;

    public override int MeasurementCount => of.MeasurementCount;

    public override double Norm => of.Norm;

    public override torch.Tensor Apply(torch.Tensor signals)
    {
        Applied++;
        WithGradient += signals.requires_grad ? 1 : 0;
        return of.Apply(signals);
    }

    public override torch.Tensor Adjoint(torch.Tensor measurements) => of.Adjoint(measurements);

    public override MeasurementOperator To(torch.Device device) => new CountingOperator(of.To(device));
}
