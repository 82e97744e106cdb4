using TorchSharp;
using Unfold.Engine.Networks;

namespace Unfold.Engine.Teachers;

/// <summary>A teacher's network with its trained parameters, under its own continuation; owns the network.</summary>
/// <param name="found">The run.</param>
/// <param name="runner">The network under its continuation.</param>
internal sealed class OpenTeacher(FoundTeacher found, NetworkRunner runner) : IDisposable
{
    /// <summary>The run.</summary>
    public FoundTeacher Found { get; } = found;

    /// <summary>The trained parameters by name; the network's own.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Parameters { get; } =
        runner.Network.named_parameters().ToDictionary(p => p.name, p => (torch.Tensor)p.parameter, StringComparer.Ordinal);

    /// <summary>x̂, [batch, n], normalised units, without gradient.</summary>
    public torch.Tensor Reconstruct(Observation observed)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        return runner.Reconstruct(observed).Estimate.MoveToOuterDisposeScope();
    }

    public void Dispose() => runner.Network.Dispose();
}
