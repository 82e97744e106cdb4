using TorchSharp;

namespace Unfold.Testing;

/// <summary>Vectors that random ones do not stand for: unit vectors, constants, alternating signs, a step.</summary>
internal static class StructuredSignals
{
    /// <summary>Three random rows and the structured ones, [count, length].</summary>
    public static torch.Tensor Of(int length, torch.Generator generator, torch.ScalarType dtype = torch.ScalarType.Float32)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var random = torch.randn(3, length, dtype: dtype, generator: generator);
        var eye = torch.eye(length, dtype: dtype);
        var index = torch.arange(length, dtype: torch.float64);
        var alternating = (1 - (index.remainder(2) * 2)).to(dtype);
        var step = index.lt((length + 1) / 2).to(dtype);
        var structured = torch.stack([eye[0], eye[length / 2], eye[length - 1], torch.ones(length, dtype: dtype), alternating, step]);
        return torch.cat([random, structured], 0).MoveToOuterDisposeScope();
    }
}
