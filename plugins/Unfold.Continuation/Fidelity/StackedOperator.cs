using TorchSharp;

namespace Unfold.Continuation;

/// <summary>Two operators on the same signals, each with a weight, as one: x ↦ [aA x; bB x]. They stay their owners'.</summary>
internal sealed class StackedOperator(MeasurementOperator first, double firstWeight, MeasurementOperator second, double secondWeight) : MeasurementOperator
{
    public override int SignalLength => first.SignalLength;

    public override int MeasurementCount => first.MeasurementCount + second.MeasurementCount;

    /// <summary>√(a²‖A‖² + b²‖B‖²): exact where B is orthogonal, else an upper bound, too large by at most √2: steps are rather too small.</summary>
    public override double Norm => Math.Sqrt(Math.Pow(firstWeight * first.Norm, 2) + Math.Pow(secondWeight * second.Norm, 2));

    public override torch.Tensor Apply(torch.Tensor signals) =>
        torch.cat([first.Apply(signals) * firstWeight, second.Apply(signals) * secondWeight], dim: 1);

    public override torch.Tensor Adjoint(torch.Tensor measurements) =>
        (first.Adjoint(measurements.narrow(1, 0, first.MeasurementCount)) * firstWeight)
            + (second.Adjoint(measurements.narrow(1, first.MeasurementCount, second.MeasurementCount)) * secondWeight);

    public override MeasurementOperator To(torch.Device device) => new StackedOperator(first.To(device), firstWeight, second.To(device), secondWeight);
}
