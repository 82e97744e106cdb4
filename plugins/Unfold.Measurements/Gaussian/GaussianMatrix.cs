using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Gaussian matrices made into others, in float64: [m, n] with m ≤ n.</summary>
internal static class GaussianMatrix
{
    public static torch.Tensor WithUnitColumns(torch.Tensor entries) => entries / entries.square().sum(dim: 0, keepdim: true).sqrt();

    /// <summary>Q of the transposed matrix's QR decomposition, with the signs of R's diagonal, is uniform over the orthonormal frames (Mezzadri 2007).</summary>
    public static torch.Tensor WithOrthonormalRows(torch.Tensor entries)
    {
        var (q, r) = torch.linalg.qr(entries.t());
        return (q * r.diagonal().sign()).t();
    }

    public static torch.Tensor WithCondition(torch.Tensor entries, double condition)
    {
        var (left, values, right) = torch.linalg.svd(entries, fullMatrices: false);
        var count = values.shape[0];
        var exponents = torch.arange(count, dtype: torch.float64) / Math.Max(1, count - 1);
        return (left * (exponents * -Math.Log(condition)).exp()).mm(right);
    }
}
