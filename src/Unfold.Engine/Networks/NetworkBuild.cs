using TorchSharp;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Networks;

/// <summary>Builds a run's untrained network: the same one, bit for bit, whenever the run is built again.</summary>
internal static class NetworkBuild
{
    /// <summary>The network of a run.</summary>
    public static UnfoldingNetwork Build(TrainingSpec spec, PreparedProblem prepared, TrainingSample sample) =>
        Build(spec.Architecture, prepared.Problem, sample, new SeedStreams(spec.Seed).Seed(SeedPurpose.Init));

    /// <summary>What the network registered lives as long as it does, whatever scopes are open.</summary>
    public static UnfoldingNetwork Build(IArchitecture architecture, Problem problem, TrainingSample sample, ulong seed)
    {
        using var scope = torch.NewDisposeScope();
        TorchSeed.Set(seed);
        var network = architecture.Build(problem, sample);
        foreach (var (_, parameter) in network.named_parameters())
            parameter.DetachFromDisposeScope();
        foreach (var (_, buffer) in network.named_buffers())
            buffer.DetachFromDisposeScope();
        return network;
    }
}
