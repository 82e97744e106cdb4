using TorchSharp;

namespace Unfold;

/// <summary>
/// A linear measurement operator A: ℝⁿ → ℝᵐ, applied to the rows of a batch, differentiably. Training gives it float32; float64 rows are taken too, for checks and
/// for <see cref="OperatorNorm"/>.
/// </summary>
public abstract class MeasurementOperator : IDisposable
{
    /// <summary>The signal length n.</summary>
    public abstract int SignalLength { get; }

    /// <summary>The number of measurements m.</summary>
    public abstract int MeasurementCount { get; }

    /// <summary>The operator norm ‖A‖₂ (largest singular value): step sizes rest on it. Without a closed form, <see cref="OperatorNorm"/> finds it.</summary>
    public abstract double Norm { get; }

    /// <summary>A as a matrix [m, n], or null where there is none. Owned by the operator.</summary>
    public virtual torch.Tensor? Dense => null;

    /// <summary>y = A x for every row: [batch, n] → [batch, m].</summary>
    public abstract torch.Tensor Apply(torch.Tensor signals);

    /// <summary>x = Aᵀ y for every row: [batch, m] → [batch, n].</summary>
    public abstract torch.Tensor Adjoint(torch.Tensor measurements);

    /// <summary>The same operator on another device, as a new object.</summary>
    public abstract MeasurementOperator To(torch.Device device);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the operator's tensors.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
