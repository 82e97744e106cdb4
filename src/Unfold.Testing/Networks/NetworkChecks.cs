using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Engine.Seeds;

namespace Unfold.Testing;

/// <summary>Checks of a network.</summary>
public static class NetworkChecks
{
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
                return new CheckResult("shapes", Passed: false, $"batch {batch}: [{string.Join(", ", estimate.shape)}], expected [{batch}, {signalLength}]");
            if (!estimate.isfinite().all().item<bool>())
                return new CheckResult("shapes", Passed: false, $"batch {batch}: entries that are not finite");
        }

        return new CheckResult("shapes", Passed: true, $"[batch, {signalLength}], finite");
    }

    /// <summary>Built twice from one seed, and run on the same measurements, a network gives the same bits.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="sample">Training signals to initialise from.</param>
    /// <param name="observed">The measurements.</param>
    public static CheckResult Deterministic(IArchitecture architecture, Problem problem, TrainingSample sample, Observation observed)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var (first, second) = (Bits(architecture, problem, sample, observed), Bits(architecture, problem, sample, observed));
        return new CheckResult("deterministic", first.SequenceEqual(second), "two networks of one seed, the same measurements");
    }

    /// <summary>A forward and backward pass leaves no tensor behind: what lives after five passes lived after the first.</summary>
    public static CheckResult Leaks(NetworkRunner runner, Func<Observation> observe)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(observe);
        Pass(runner, observe);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 5; i++)
            Pass(runner, observe);
        var leaked = DisposeScopeManager.Statistics.ThreadTotalLiveCount - before;
        return CheckResult.AtMost("leaks", leaked, 0, "tensors left behind by five passes:");
    }

    private static float[] Bits(IArchitecture architecture, Problem problem, TrainingSample sample, Observation observed)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        TorchSeed.Set(1);
        using var network = architecture.Build(problem, sample);
        network.eval();
        return network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed).contiguous().data<float>().ToArray();
    }

    private static void Pass(NetworkRunner runner, Func<Observation> observe)
    {
        using var scope = torch.NewDisposeScope();
        foreach (var parameter in runner.Network.parameters())
            parameter.grad?.zero_();
        var loss = runner.Reconstruct(observe()).Estimate.square().mean();
        if (loss.requires_grad)
            loss.backward();
    }
}
