using TorchSharp;

namespace Unfold.Compression;

/// <summary>
/// Keeps the N′ largest singular directions of W = U S Vᵀ: W′ = S_r V_rᵀ with r = N′, [N′, n]. W′ᵀW′ is the best approximation of WᵀW of its rank, and
/// ‖W′x‖₂ = ‖W_r x‖₂ for every x (Eckart and Young). The penalty is an ℓ1 norm, though, which the rotation by Uᵀ changes: what was sparse under W need
/// not be under W′, and fine-tuning has to mend that. There are no more than min(N, n) directions.
/// </summary>
/// <param name="options">The options.</param>
[Component("svd")]
public sealed class SingularVectors(TruncationOptions options) : ICompression
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public string Teacher => options.Teacher;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> Compress(CompressionContext context) => Truncation.Of(context, options, Truncate);

    private static torch.Tensor Truncate(string name, torch.Tensor matrix, long rows)
    {
        var directions = matrix.shape.Min();
        return rows <= directions
            ? Leading(matrix, rows)
            : throw Truncation.Impossible($"'{name}' has {directions} singular directions, and the student {rows} rows: the others would be zero for ever", "give the student no more rows than the signal has entries (redundancy 1), or compress by 'row-norm'");
    }

    /// <summary>S_r V_rᵀ, [rows, n]. Computed in float64 on the CPU, the largest entry of every direction positive: SVD leaves the sign open.</summary>
    internal static torch.Tensor Leading(torch.Tensor matrix, long rows)
    {
        var (_, sizes, directions) = torch.linalg.svd(matrix.to(torch.float64).cpu(), fullMatrices: false);
        var kept = directions.narrow(0, 0, rows);
        var signs = kept.gather(1, kept.abs().argmax(1, keepdim: true)).sign();
        return (kept * signs * sizes.narrow(0, 0, rows).unsqueeze(1)).to(matrix.dtype).to(matrix.device);
    }
}
