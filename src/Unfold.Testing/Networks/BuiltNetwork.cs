using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Engine.Seeds;

namespace Unfold.Testing;

/// <summary>A network as the engine builds it, on a sample problem; owns both.</summary>
internal sealed class BuiltNetwork : IDisposable
{
    private const ulong Seed = 1;

    private readonly SampleProblem _sample;

    /// <exception cref="UnfoldException">The architecture refuses the problem.</exception>
    public BuiltNetwork(IArchitecture architecture, SignalShape shape, torch.ScalarType dtype = torch.ScalarType.Float32, ulong seed = Seed)
    {
        _sample = new SampleProblem(shape, dtype);
        try
        {
            Network = NetworkBuild.Build(architecture, _sample.Problem, _sample.Sample, seed);
        }
        catch
        {
            _sample.Dispose();
            throw;
        }
    }

    public UnfoldingNetwork Network { get; }

    public SampleProblem Sample => _sample;

    public Observation Observe(int batch, MeasurementOperator? by = null) =>
        _sample.Observe(batch, (Network as IOracleNetwork)?.UsesOracle == true, by);

    /// <summary>x̂ after all layers of a step, from the same random numbers each time.</summary>
    public torch.Tensor Estimate(Observation observed, ContinuationStep? step = null)
    {
        TorchSeed.Set(Seed);
        return Network.Estimate(Network.RunLayers(observed, step ?? ContinuationStep.First), observed);
    }

    /// <summary>½ mean (x̂ − x)² and the network's penalty, a scalar, summed in float64: what float32 rounds is left to the network.</summary>
    public torch.Tensor Objective(Observation observed, torch.Tensor truth)
    {
        TorchSeed.Set(Seed);
        var state = Network.RunLayers(observed, ContinuationStep.First);
        var loss = (Network.Estimate(state, observed) - truth).to(torch.float64).square().mean() / 2;
        return Network.Penalty(state, observed) is { } penalty ? loss + penalty.reshape([]).to(torch.float64) : loss;
    }

    public void Dispose()
    {
        Network.Dispose();
        _sample.Dispose();
    }
}
