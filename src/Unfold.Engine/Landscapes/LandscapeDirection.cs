using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Landscapes;

/// <summary>
/// A filter-normalised random direction (Li et al. 2018, "Visualizing the loss landscape of neural nets", section 4): Gaussian, and each
/// row of a matrix (each filter of a kernel) scaled to the norm of the parameter's row. Vectors and scalars (biases, thresholds, step
/// sizes) stay where they are, as in the authors' plots; where a network has nothing else, each of them is scaled as one row.
/// </summary>
internal sealed class LandscapeDirection : IDisposable
{
    private LandscapeDirection(IReadOnlyList<torch.Tensor> parts) => Parts = parts;

    /// <summary>A tensor for each parameter, in their order, of their shape, type and device.</summary>
    public IReadOnlyList<torch.Tensor> Parts { get; }

    /// <param name="parameters">θ*.</param>
    /// <param name="seed">The landscape's seed.</param>
    /// <param name="index">0 for δ, 1 for η.</param>
    public static LandscapeDirection Draw(IReadOnlyList<Parameter> parameters, long seed, int index)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        // On the CPU: the same direction on every device.
        using var generator = new SeedStreams(seed).Generator(SeedPurpose.LandscapeDirection, index);
        var movesVectors = parameters.All(p => p.dim() < 2);
        return new LandscapeDirection([.. parameters.Select(p =>
        {
            var drawn = torch.randn(p.shape, dtype: torch.float64, generator: generator);
            var part = p.dim() >= 2 || movesVectors ? Scaled(drawn, p.detach().cpu().to(torch.float64)) : torch.zeros_like(drawn);
            return part.to(p.dtype).to(p.device).DetachFromDisposeScope();
        })]);
    }

    /// <summary>⟨a, b⟩ / (‖a‖ ‖b‖) over all parameters; NaN where one of them is zero.</summary>
    public static double Cosine(LandscapeDirection a, LandscapeDirection b)
    {
        using var scope = torch.NewDisposeScope();
        double Dot(LandscapeDirection left, LandscapeDirection right) =>
            left.Parts.Zip(right.Parts, (l, r) => (l.to(torch.float64) * r.to(torch.float64)).sum().item<double>()).Sum();
        return Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b));
    }

    public void Dispose()
    {
        foreach (var part in Parts)
            part.Dispose();
    }

    private static torch.Tensor Scaled(torch.Tensor drawn, torch.Tensor parameter)
    {
        var rows = parameter.dim() < 2 ? 1 : parameter.shape[0];
        var direction = drawn.reshape(rows, -1);
        var wanted = parameter.reshape(rows, -1).norm(1, keepdim: true, p: 2);
        return (direction * (wanted / direction.norm(1, keepdim: true, p: 2).clamp_min(1e-300))).reshape(drawn.shape);
    }
}
