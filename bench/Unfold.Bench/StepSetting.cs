using TorchSharp;

namespace Unfold.Bench;

/// <summary>The setting of the speed bars: n = 784, m = 196, N = 7840, L = 10, batch 128, µ = 100.</summary>
internal static class StepSetting
{
    public const int N = 784;
    public const int M = 196;
    public const int Rows = 7840;
    public const int Layers = 10;
    public const int Batch = 128;

    public static torch.Tensor Signals() => Random(1, Batch, N);

    public static DenseOperator Operator() => new(Random(2, M, N) / Math.Sqrt(M));

    public static torch.Tensor Analysis() => Random(3, Rows, N) * Math.Sqrt(2.0 / N);

    public static torch.Tensor NoiseDraw() => Random(4, Batch, M) * 1e-4;

    private static torch.Tensor Random(ulong seed, long rows, long columns)
    {
        using var generator = new torch.Generator(seed, torch.CPU);
        return torch.randn(rows, columns, generator: generator);
    }
}
