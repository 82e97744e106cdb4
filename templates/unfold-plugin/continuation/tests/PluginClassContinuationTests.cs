using TorchSharp;
using Unfold;
using Unfold.Testing;

namespace PluginNamespace.Tests;

public class PluginClassContinuationTests
{
    // As 'unfold plugins check Plugin-Name' does, with the default options.
    [Fact]
    public void It_keeps_what_the_contract_promises() =>
        Assert.All(ConformanceSuite.Of(() => new PluginClassContinuation(new())), check => Assert.False(check.Failed, check.ToString()));

    [Fact]
    public void Every_step_starts_at_the_last_estimate_with_its_share_of_the_smoothing()
    {
        using var scope = torch.NewDisposeScope();
        var schedule = new PluginClassContinuation(new() { Steps = 3, Factor = 0.5 });
        var steps = new List<ContinuationStep>();
        torch.Tensor? latest = null;
        while (schedule.Next(new ContinuationHistory(steps.Count, latest, null)) is { } step)
        {
            steps.Add(step);
            latest = torch.full(1, 1, 10.0 * steps.Count);
        }

        Assert.Equal([1, 0.5, 0.25], steps.Select(s => s.SmoothingFactor));
        Assert.Equal([0, 1, 2], steps.Select(s => s.Index));
        Assert.Null(steps[0].Centre);
        Assert.Equal([10f, 20f], steps.Skip(1).Select(s => s.Centre!.item<float>()));
    }
}
