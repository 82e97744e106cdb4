using TorchSharp;
using Unfold.Engine.Networks;

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
