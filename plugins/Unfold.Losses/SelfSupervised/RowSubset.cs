using TorchSharp;

namespace Unfold.Losses;

/// <summary>Some rows of an operator. Its tensors live in the scope that it is made in; the whole operator stays its owner's.</summary>
internal sealed class RowSubset : MeasurementOperator
{
    private readonly MeasurementOperator _whole;
    private readonly torch.Tensor _rows;

    /// <param name="whole">A, m×n.</param>
    /// <param name="rows">Indices of the rows, int64, on the operator's device.</param>
    public RowSubset(MeasurementOperator whole, torch.Tensor rows)
    {
        (_whole, _rows) = (whole, rows);
        // At once and not when first asked: that may be in the scope of a layer.
        Dense = whole.Dense?.index_select(0, rows);
    }

    public override int SignalLength => _whole.SignalLength;

    public override int MeasurementCount => (int)_rows.shape[0];

    /// <summary>‖A‖ of all rows, an upper bound: steps are rather too small, and no decomposition is taken for every split.</summary>
    public override double Norm => _whole.Norm;

    public override torch.Tensor? Dense { get; }

    public override torch.Tensor Apply(torch.Tensor signals) =>
        Dense is null ? _whole.Apply(signals).index_select(1, _rows) : torch.mm(signals, Dense.t());

    public override torch.Tensor Adjoint(torch.Tensor measurements) => Dense is null
        ? _whole.Adjoint(torch.zeros([measurements.shape[0], _whole.MeasurementCount], dtype: measurements.dtype, device: measurements.device).index_copy(1, _rows, measurements))
        : torch.mm(measurements, Dense);

    public override MeasurementOperator To(torch.Device device) => new RowSubset(_whole.To(device), _rows.to(device));
}
