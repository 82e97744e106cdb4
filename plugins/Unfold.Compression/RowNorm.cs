using TorchSharp;

namespace Unfold.Compression;

/// <summary>Keeps the N′ rows of W with the largest ℓ2 norm, in their order: pruning of whole analysis filters by magnitude.</summary>
/// <param name="options">The options.</param>
[Component("row-norm")]
public sealed class RowNorm(TruncationOptions options) : ICompression
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public string Teacher => options.Teacher;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> Compress(CompressionContext context) =>
        Truncation.Of(context, options, (_, matrix, rows) => Largest(matrix, rows));

    /// <summary>The rows with the largest norm, [rows, n].</summary>
    internal static torch.Tensor Largest(torch.Tensor matrix, long rows)
    {
        // Stable, so that rows of equal norm are chosen alike on every machine: the first ones.
        var (_, order) = torch.sort(Truncation.RowNorms(matrix.to(torch.float64)).cpu(), dim: 0, descending: true, stable: true);
        var (kept, _) = torch.sort(order.narrow(0, 0, rows));
        return matrix.index_select(0, kept.to(matrix.device));
    }
}
