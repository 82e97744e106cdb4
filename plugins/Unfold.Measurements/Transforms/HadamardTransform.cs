using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// The Walsh–Hadamard transform in natural (Sylvester's) order, H_ij = (−1)^popcount(i ∧ j) / √N, its own inverse. H is a Kronecker product of
/// Hadamard matrices of at most 16 rows, each applied along its own axis: O(N log N) operations, of the kind that processors do best.
/// </summary>
internal sealed class HadamardTransform : OrthonormalTransform
{
    private const int Radix = 16;

    private readonly List<EitherPrecision> _factors = [];

    /// <param name="length">N, a power of two.</param>
    public HadamardTransform(int length)
    {
        Length = length;
        for (var rest = length; rest > 1; rest /= Radix)
        {
            using var factor = Matrix(Math.Min(rest, Radix));
            _factors.Add(new EitherPrecision(factor));
        }
    }

    private HadamardTransform(int length, IEnumerable<EitherPrecision> factors) => (Length, _factors) = (length, [.. factors]);

    public override int Length { get; }

    public override torch.Tensor Forward(torch.Tensor rows)
    {
        using var scope = torch.NewDisposeScope();
        var (batch, result) = (rows.shape[0], rows);
        foreach (var matrix in _factors.Select(factor => factor.For(rows)))
        {
            // The last axis is transformed and becomes the first; after all factors every axis is where it was.
            var size = matrix.shape[0];
            result = result.reshape(-1, size).mm(matrix).reshape(batch, -1, size).transpose(1, 2);
        }

        return result.reshape(batch, Length).MoveToOuterDisposeScope();
    }

    public override torch.Tensor Inverse(torch.Tensor rows) => Forward(rows);

    public override OrthonormalTransform To(torch.Device device) => new HadamardTransform(Length, _factors.Select(f => f.To(device)));

    public override void Dispose() => _factors.ForEach(f => f.Dispose());

    private static torch.Tensor Matrix(int size)
    {
        using var scope = torch.NewDisposeScope();
        var half = Math.Sqrt(0.5);
        var butterfly = torch.ones(2, 2, dtype: torch.float64) * half;
        butterfly[1, 1] = torch.tensor(-half, dtype: torch.float64);
        var matrix = torch.ones(1, 1, dtype: torch.float64);
        for (var rows = 1; rows < size; rows *= 2)
            matrix = torch.kron(butterfly, matrix);
        return matrix.MoveToOuterDisposeScope();
    }
}
