using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// A⁺ = Aᵀ(AAᵀ)⁺ of an operator, through its Gram matrix: decomposed once, in float64, and kept until the thread asks for another operator's, so that one matrix
/// is all that ever stays behind.
/// </summary>
internal sealed class RowSpace : IDisposable
{
    [ThreadStatic]
    private static RowSpace? _latest;

    private readonly WeakReference<MeasurementOperator> _measured;
    private readonly torch.Tensor _inverse;

    private RowSpace(MeasurementOperator measured, torch.Tensor like)
    {
        _measured = new(measured);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var m = measured.MeasurementCount;
        // From a matrix it has float64's accuracy; from products the accuracy of the operator's own numbers.
        var exact = measured.Dense?.to(torch.float64);
        var gram = (exact is null ? measured.Apply(measured.Adjoint(torch.eye(m, dtype: like.dtype, device: like.device))).to(torch.float64) : torch.mm(exact, exact.t())).cpu();
        var (values, vectors) = torch.linalg.eigh((gram + gram.t()) / 2);
        var smallest = values.max() * (m * (exact is null && like.dtype != torch.float64 ? 1.2e-7 : 2.3e-16));
        var inverted = torch.where(values > smallest, 1 / values, torch.zeros_like(values));
        Trace = inverted.sum().item<double>();
        _inverse = torch.mm(vectors * inverted, vectors.t()).to(like.dtype).to(like.device).DetachFromDisposeScope();
    }

    /// <summary>tr((AAᵀ)⁺) = ‖A⁺‖²_F.</summary>
    public double Trace { get; }

    /// <param name="measured">A.</param>
    /// <param name="like">Its dtype and device.</param>
    public static RowSpace Of(MeasurementOperator measured, torch.Tensor like)
    {
        if (_latest is { } latest && latest._measured.TryGetTarget(out var known) && ReferenceEquals(known, measured))
            return latest;
        _latest?.Dispose();
        _latest = null;
        return _latest = new RowSpace(measured, like);
    }

    /// <summary>A⁺v for every row: [batch, m] → [batch, n].</summary>
    public torch.Tensor PseudoInverse(MeasurementOperator measured, torch.Tensor measurements) => measured.Adjoint(torch.mm(measurements, _inverse));

    public void Dispose() => _inverse.Dispose();
}
