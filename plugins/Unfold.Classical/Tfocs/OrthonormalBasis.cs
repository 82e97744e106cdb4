using TorchSharp;

namespace Unfold.Classical;

/// <summary>Orthonormal bases of signals of one dimension, a function a row.</summary>
internal static class OrthonormalBasis
{
    /// <summary>DCT-II: √(2/N) cos(π(2i + 1)k/2N), the first row over √2.</summary>
    /// <returns>float64 [N, N].</returns>
    public static torch.Tensor Dct(int length)
    {
        using var scope = torch.NewDisposeScope();
        var index = torch.arange(length, dtype: torch.float64);
        var waves = (index.unsqueeze(1) * ((index * 2) + 1) * (Math.PI / (2 * length))).cos() * Math.Sqrt(2.0 / length);
        waves[0].mul_(Math.Sqrt(0.5));
        return waves.MoveToOuterDisposeScope();
    }

    /// <summary>Haar: sums and differences of pairs over √2, of the sums again, as long as their number is even.</summary>
    /// <returns>float64 [N, N].</returns>
    public static torch.Tensor Haar(int length)
    {
        using var scope = torch.NewDisposeScope();
        var basis = torch.eye(length, dtype: torch.float64);
        for (var rest = length; rest % 2 == 0; rest /= 2)
        {
            var (even, odd) = (basis.narrow(0, 0, rest)[torch.TensorIndex.Slice(0, rest, 2)], basis.narrow(0, 0, rest)[torch.TensorIndex.Slice(1, rest, 2)]);
            basis = torch.cat([(even + odd) * Math.Sqrt(0.5), (even - odd) * Math.Sqrt(0.5), basis.narrow(0, rest, length - rest)]);
        }

        return basis.MoveToOuterDisposeScope();
    }
}
