using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Tests.Networks;

/// <summary>Networks and measurements for tests of forward and backward passes.</summary>
internal sealed class Laboratory : IDisposable
{
    private readonly PreparedProblem _prepared = ProblemSetup.Prepare(Specimen.Spec, torch.CPU);

    public void Dispose() => _prepared.Dispose();

    /// <summary>An untrained network in training mode.</summary>
    public UnfoldingNetwork Build(IArchitecture architecture)
    {
        var network = NetworkBuild.Build(Specimen.Spec with { Architecture = architecture }, _prepared, new TrainingSample(_prepared.Train));
        network.train();
        return network;
    }

    /// <summary>The same measurements every time, in the caller's scope.</summary>
    public Observation Observe()
    {
        using var noise = new torch.Generator(1, torch.CPU);
        return Measuring.Observe(_prepared, _prepared.Train.narrow(0, 0, 8), noise, withOracle: false);
    }

    /// <summary>Loss of a pass and the gradients that it gives, by the parameters' names; without one where a parameter has none.</summary>
    public (float Loss, Dictionary<string, float[]> Gradients) Gradients(NetworkRunner runner, Func<Reconstruction, torch.Tensor>? loss = null)
    {
        using var scope = torch.NewDisposeScope();
        TorchSeed.Set(7);
        foreach (var parameter in runner.Network.parameters())
            parameter.grad = null;
        var output = runner.Reconstruct(Observe());
        var value = (loss ?? (r => r.Estimate.square().mean()))(output);
        runner.Backward(value);
        runner.Forget();
        var graded = runner.Network.named_parameters().Where(p => p.parameter.grad is not null);
        return (value.item<float>(), graded.ToDictionary(p => p.name, p => p.parameter.grad!.flatten().data<float>().ToArray(), StringComparer.Ordinal));
    }

    /// <summary>Relative distance of two gradients, over all parameters; the names must be the same.</summary>
    public static double Distance(Dictionary<string, float[]> expected, Dictionary<string, float[]> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.Values, values => Assert.Contains(values, v => v != 0));
        var (difference, size) = (0.0, 0.0);
        foreach (var (name, values) in expected)
        {
            difference += values.Zip(actual[name], (e, a) => Math.Pow(e - a, 2)).Sum();
            size += values.Sum(v => v * (double)v);
        }

        return Math.Sqrt(difference / size);
    }
}
