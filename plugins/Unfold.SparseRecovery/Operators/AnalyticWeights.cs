using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// The weights of ALISTA (Liu, Chen, Wang, Yin 2019, eq. 16) in closed form: W minimises ‖WᵀA‖_F² subject to wᵢᵀaᵢ = 1 for every column. Each
/// column is a problem of its own, min wᵀGw with G = AAᵀ, solved by wᵢ = G⁻¹aᵢ / (aᵢᵀG⁻¹aᵢ). As Aᵀ G⁻¹ = A⁺, Wᵀ is the pseudo-inverse with its
/// rows scaled: Wᵀ = diag(scales) A⁺.
/// </summary>
/// <param name="PseudoInverse">A⁺, [n, m].</param>
/// <param name="Scales">1/(aᵢᵀG⁻¹aᵢ), [n]; 0 for a column of zeros, which no weight can see.</param>
internal sealed record AnalyticWeights(torch.Tensor PseudoInverse, torch.Tensor Scales)
{
    // Of a leverage aᵢᵀG⁻¹aᵢ, which lies in [0, 1]: below it a column is zero up to rounding.
    private const double Tiny = 1e-12;

    /// <param name="matrix">A, float64 [m, n], of any rank.</param>
    public static AnalyticWeights Of(torch.Tensor matrix)
    {
        var inverse = torch.linalg.pinv(matrix);
        var leverage = (inverse * matrix.t()).sum(dim: 1);
        return new AnalyticWeights(inverse, torch.where(leverage.gt(Tiny), leverage.reciprocal(), torch.zeros_like(leverage)));
    }

    /// <summary>W, [m, n].</summary>
    public torch.Tensor Matrix() => PseudoInverse.t() * Scales;

    /// <summary>The generalised mutual coherence μ, the largest |wᵢᵀaⱼ| of different columns: a scalar.</summary>
    /// <param name="matrix">A, float64 [m, n].</param>
    public torch.Tensor Coherence(torch.Tensor matrix)
    {
        var products = torch.mm(Matrix().t(), matrix).abs();
        products.diagonal().zero_();
        return products.max();
    }
}
