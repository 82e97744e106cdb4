using TorchSharp;

namespace Unfold.Conformance.Tests;

/// <summary>A Gaussian operator with one thing replaced.</summary>
internal sealed class AlteredOperator(DenseOperator exact) : MeasurementOperator
{
    public Func<torch.Tensor, torch.Tensor, torch.Tensor> Applied { get; init; } = (_, y) => y;

    public Func<torch.Tensor, torch.Tensor, torch.Tensor> Adjoined { get; init; } = (_, x) => x;

    public Func<double, double> Stated { get; init; } = norm => norm;

    public Func<AlteredOperator, MeasurementOperator>? Moved { get; init; }

    public Func<torch.Tensor, torch.Tensor>? Matrix { get; init; }

    public override int SignalLength => exact.SignalLength;

    public override int MeasurementCount => exact.MeasurementCount;

    public override double Norm => Stated(exact.Norm);

    public override torch.Tensor? Dense => Matrix?.Invoke(exact.Dense);

    public DenseOperator Exact => exact;

    public override torch.Tensor Apply(torch.Tensor signals) => Applied(signals, exact.Apply(signals));

    public override torch.Tensor Adjoint(torch.Tensor measurements) => Adjoined(measurements, exact.Adjoint(measurements));

    public override MeasurementOperator To(torch.Device device) => Moved?.Invoke(this)
        ?? new AlteredOperator((DenseOperator)exact.To(device)) { Applied = Applied, Adjoined = Adjoined, Stated = Stated, Moved = Moved, Matrix = Matrix };

    protected override void Dispose(bool disposing)
    {
        exact.Dispose();
        base.Dispose(disposing);
    }
}
