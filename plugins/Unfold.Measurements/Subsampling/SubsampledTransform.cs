using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// A = R Φ P D: some coefficients (R) of an orthonormal transform (Φ, N×N) of the signal with random signs (D), zeros appended where it is
/// shorter than N (P). The operator owns all that it is given.
/// </summary>
internal sealed class SubsampledTransform : MeasurementOperator
{
    private readonly OrthonormalTransform _transform;
    private readonly torch.Tensor _rows;
    private readonly EitherPrecision? _signs;
    private readonly Lazy<double> _norm;

    /// <param name="signalLength">n ≤ N.</param>
    /// <param name="transform">Φ.</param>
    /// <param name="rows">The coefficients measured, int64 [m], each once.</param>
    /// <param name="signs">The diagonal of D, [n]; null for none.</param>
    public SubsampledTransform(int signalLength, OrthonormalTransform transform, torch.Tensor rows, EitherPrecision? signs = null)
    {
        (SignalLength, _transform, _signs) = (signalLength, transform, signs);
        _rows = rows.DetachFromDisposeScope();
        MeasurementCount = (int)rows.shape[0];
        _norm = new(LargestSingularValue);
    }

    public override int SignalLength { get; }

    public override int MeasurementCount { get; }

    public override double Norm => _norm.Value;

    public override torch.Tensor Apply(torch.Tensor signals)
    {
        using var scope = torch.NewDisposeScope();
        var signed = _signs is null ? signals : signals * _signs.For(signals);
        var padding = _transform.Length - SignalLength;
        var padded = padding == 0 ? signed : torch.nn.functional.pad(signed, (0L, (long)padding));
        return _transform.Forward(padded).index_select(1, _rows).MoveToOuterDisposeScope();
    }

    public override torch.Tensor Adjoint(torch.Tensor measurements)
    {
        using var scope = torch.NewDisposeScope();
        var coefficients = measurements.new_zeros(measurements.shape[0], _transform.Length).index_copy(1, _rows, measurements);
        var signals = _transform.Inverse(coefficients).narrow(1, 0, SignalLength);
        return (_signs is null ? signals : signals * _signs.For(signals)).MoveToOuterDisposeScope();
    }

    public override MeasurementOperator To(torch.Device device) =>
        new SubsampledTransform(SignalLength, _transform.To(device), _rows.to(device).clone(), _signs?.To(device));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transform.Dispose();
            _rows.Dispose();
            _signs?.Dispose();
        }

        base.Dispose(disposing);
    }

    // m coefficients and n entries meet in at least m + n − N dimensions: a signal that lies there whole keeps its norm.
    private double LargestSingularValue() => MeasurementCount + SignalLength > _transform.Length ? 1 : OperatorNorm.Of(this, _rows.device);
}
