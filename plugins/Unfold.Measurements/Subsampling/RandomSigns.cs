using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Independent signs, ±1 with probability ½.</summary>
internal static class RandomSigns
{
    /// <returns>float64, of the shape asked for.</returns>
    public static torch.Tensor Of(long[] shape, torch.Generator generator)
    {
        using var bits = torch.randint(0L, 2L, shape, dtype: torch.float64, generator: generator);
        using var doubled = bits * 2;
        return doubled - 1;
    }

    public static EitherPrecision Diagonal(int length, torch.Generator generator)
    {
        using var signs = Of([length], generator);
        return new EitherPrecision(signs);
    }
}
