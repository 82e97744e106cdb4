using TorchSharp;

namespace Unfold.Engine.Problems;

/// <summary>Takes the measurements of a batch.</summary>
public static class Measuring
{
    /// <summary>As the spec says.</summary>
    /// <param name="prepared">The problem.</param>
    /// <param name="truth">Signals [batch, n], normalised.</param>
    /// <param name="generator">The noise stream of this batch, on the device.</param>
    /// <param name="withOracle">Whether the network asked for what only the truth gives.</param>
    public static Observation Observe(PreparedProblem prepared, torch.Tensor truth, torch.Generator generator, bool withOracle)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return Observe(prepared, truth, clean => prepared.Noise?.Add(clean, generator) ?? new NoisyMeasurements(clean, NoiseLevel.None), withOracle);
    }

    /// <summary>With other noise.</summary>
    internal static Observation Observe(PreparedProblem prepared, torch.Tensor truth, Func<torch.Tensor, NoisyMeasurements> disturb, bool withOracle)
    {
        using var noGradient = torch.no_grad();
        var clean = prepared.Problem.Operator.Apply(truth);
        var noisy = disturb(clean);
        var oracle = withOracle ? new Oracle((noisy.Y - clean).norm(), truth.min(), truth.max()) : null;
        return new Observation(noisy.Y, prepared.Problem.Operator, noisy.Level, oracle);
    }
}
