using TorchSharp;

namespace Unfold;

/// <summary>A measurement operator given by its matrix. Rows of another floating-point type than the matrix's are taken too, and give their own type.</summary>
public sealed class DenseOperator : MeasurementOperator
{
    private readonly torch.Tensor _matrix;
    private readonly torch.Tensor _transposed;
    private readonly Lazy<double> _norm;

    /// <summary>Takes ownership of the matrix.</summary>
    /// <param name="matrix">A, floating point [m, n].</param>
    public DenseOperator(torch.Tensor matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.dim() != 2)
            throw new ArgumentException($"A measurement matrix has two dimensions [m, n], this one has {matrix.dim()}.", nameof(matrix));
        _matrix = matrix.DetachFromDisposeScope();
        _transposed = matrix.t().DetachFromDisposeScope();
        MeasurementCount = (int)matrix.shape[0];
        SignalLength = (int)matrix.shape[1];
        _norm = new(SpectralNorm);
    }

    /// <inheritdoc/>
    public override int SignalLength { get; }

    /// <inheritdoc/>
    public override int MeasurementCount { get; }

    /// <inheritdoc/>
    public override double Norm => _norm.Value;

    /// <inheritdoc/>
    public override torch.Tensor Dense => _matrix;

    /// <inheritdoc/>
    public override torch.Tensor Apply(torch.Tensor signals) => Product(signals, _transposed);

    /// <inheritdoc/>
    public override torch.Tensor Adjoint(torch.Tensor measurements) => Product(measurements, _matrix);

    /// <inheritdoc/>
    public override MeasurementOperator To(torch.Device device) => new DenseOperator(_matrix.to(device).clone());

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transposed.Dispose();
            _matrix.Dispose();
        }

        base.Dispose(disposing);
    }

    private static torch.Tensor Product(torch.Tensor rows, torch.Tensor matrix)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.dtype == matrix.dtype)
            return torch.mm(rows, matrix);
        // Checks work in float64; training never comes here, so the copy is not kept.
        using var converted = matrix.to(rows.dtype);
        return torch.mm(rows, converted);
    }

    private double SpectralNorm()
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        return torch.linalg.svdvals(_matrix.to(torch.float64).cpu())[0].item<double>();
    }
}
