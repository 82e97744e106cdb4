using TorchSharp;
using Unfold;

namespace PluginNamespace;

/// <summary>The orthonormal cosine basis (DCT-II) of images.</summary>
public static class CosineBasis
{
    /// <summary>W, float32 [n, n]: its rows are the basis images of a shape, flattened as signals are.</summary>
    /// <param name="shape">The shape of one signal.</param>
    public static torch.Tensor Of(SignalShape shape)
    {
        using var scope = torch.NewDisposeScope();
        var basis = torch.kron(torch.eye(shape.Channels, dtype: torch.float64), torch.kron(Of(shape.Height), Of(shape.Width)));
        return basis.to(torch.float32).MoveToOuterDisposeScope();
    }

    private static torch.Tensor Of(int length)
    {
        var frequency = torch.arange(length, dtype: torch.float64).unsqueeze(1);
        var place = torch.arange(length, dtype: torch.float64).unsqueeze(0) + 0.5;
        var waves = (frequency * place * (Math.PI / length)).cos();
        return waves / waves.square().sum(dim: 1, keepdim: true).sqrt();
    }
}
