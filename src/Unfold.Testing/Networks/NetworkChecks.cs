using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Engine.Seeds;

namespace Unfold.Testing;

/// <summary>Checks of a network, on problems of the caller's.</summary>
public static class NetworkChecks
{
    private const int Builds = 4;

    /// <summary>Estimates have the shape [batch, n] and no entry that is not finite, whatever the batch size.</summary>
    public static CheckResult Shapes(NetworkRunner runner, Func<int, Observation> observe, int signalLength)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(observe);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        foreach (var batch in new[] { 1, 2, 5 })
        {
            var estimate = runner.Reconstruct(observe(batch)).Estimate;
            if (estimate.shape is not [var rows, var columns] || rows != batch || columns != signalLength)
                return new CheckResult("shapes", passed: false, $"batch {batch}: [{string.Join(", ", estimate.shape)}], expected [{batch}, {signalLength}]");
            if (!TensorBits.IsFinite(estimate))
                return new CheckResult("shapes", passed: false, $"batch {batch}: entries that are not finite");
        }

        return new CheckResult("shapes", passed: true, $"[batch, {signalLength}], finite");
    }

    /// <summary>Built again and again from one seed, with other things in memory in between, and run on the same measurements, a network gives the same bits.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="sample">Training signals to initialise from.</param>
    /// <param name="observed">The measurements.</param>
    public static CheckResult Deterministic(IArchitecture architecture, Problem problem, TrainingSample sample, Observation observed)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var heap = new ShiftedHeap();
        var first = Bits(architecture, problem, sample, observed);
        for (var i = 1; i < Builds; i++)
        {
            heap.Shift();
            if (!Bits(architecture, problem, sample, observed).AsSpan().SequenceEqual(first))
                return new CheckResult("deterministic", passed: false, $"network {i + 1} of the same seed gives other bits for the same measurements");
        }

        return new CheckResult("deterministic", passed: true, $"{Builds} networks of one seed, the same measurements");
    }

    /// <summary>A forward and backward pass leaves no tensor behind: what lives after six passes lived after the first.</summary>
    public static CheckResult Leaks(NetworkRunner runner, Func<Observation> observe)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(observe);
        return MemoryChecks.Leaks(() =>
        {
            foreach (var parameter in runner.Network.parameters())
                parameter.grad?.zero_();
            var made = runner.Reconstruct(observe());
            var loss = made.Estimate.square().mean();
            if (made.Penalty is { } penalty)
                loss += penalty;
            if (loss.requires_grad)
                loss.backward();
        });
    }

    private static byte[] Bits(IArchitecture architecture, Problem problem, TrainingSample sample, Observation observed)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var network = NetworkBuild.Build(architecture, problem, sample, seed: 1);
        network.eval();
        TorchSeed.Set(1);
        return TensorBits.Of(network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed));
    }
}
