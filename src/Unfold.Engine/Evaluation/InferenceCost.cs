using System.Diagnostics;
using TorchSharp;
using Unfold.Engine.Networks;

namespace Unfold.Engine.Evaluation;

/// <summary>What reconstructing costs: the network under its continuation alone, without measuring, losses and metrics.</summary>
/// <param name="MillisecondsPerSignal">Wall clock, median of the timed batches, over their size.</param>
/// <param name="Megabytes">
/// Parameters and buffers, and what resident memory grew by while a batch was reconstructed, median of the batches; null where the system does not
/// tell (Linux does) and on a GPU.
/// </param>
public sealed record InferenceCost(double MillisecondsPerSignal, double? Megabytes)
{
    private const int TimedBatches = 5;
    private const double Megabyte = 1024 * 1024;

    /// <summary>Reconstructs one batch several times, after a first time that is not counted: caches and threads are warm then.</summary>
    public static InferenceCost Measure(NetworkRunner runner, Observation observed)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(observed);
        runner.Network.eval();
        runner = runner.With(ForwardPass.Plain);
        using var noGradient = torch.no_grad();
        Reconstruct(runner, observed);
        var milliseconds = Enumerable.Range(0, TimedBatches).Select(_ => Reconstruct(runner, observed)).ToList();
        var growth = observed.Y.device_type == DeviceType.CPU
            ? Enumerable.Range(0, TimedBatches).Select(_ => ResidentMemory.GrowthDuring(() => Reconstruct(runner, observed))).ToList()
            : [null];
        var own = runner.Network.parameters().Concat(runner.Network.buffers()).Sum(t => t.numel() * t.element_size());
        return new InferenceCost(
            Median(milliseconds) / observed.Y.shape[0],
            growth.Contains(null) ? null : (Median([.. growth.Select(g => (double)g!.Value)]) + own) / Megabyte);
    }

    private static double Reconstruct(NetworkRunner runner, Observation observed)
    {
        using var scope = torch.NewDisposeScope();
        var clock = Stopwatch.StartNew();
        var estimate = runner.Reconstruct(observed).Estimate;
        // A GPU works behind the caller's back.
        if (estimate.device_type == DeviceType.CUDA)
            torch.cuda.synchronize(estimate.device);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
