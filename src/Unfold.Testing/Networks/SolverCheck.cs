using TorchSharp;

namespace Unfold.Testing;

/// <summary>"K layers at initialisation are K iterations of the classical solver."</summary>
public static class SolverCheck
{
    private const int Batch = 3;

    /// <summary>The untrained network gives what the solver's network gives, after the same number of layers: one, two, three, and all.</summary>
    /// <param name="architecture">An architecture that names its solver (<see cref="IUnrolled"/>).</param>
    /// <param name="shape">The shape of the signals.</param>
    /// <param name="tolerance">Allowed difference, relative to the largest entry.</param>
    public static CheckResult Of(IArchitecture architecture, SignalShape shape, double tolerance = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        const string Check = "classical solver";
        if (architecture is not IUnrolled unrolled)
            return CheckResult.Skipped(Check, $"names no solver ({nameof(IUnrolled)})");
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var network = new BuiltNetwork(architecture, shape);
        using var solver = new BuiltNetwork(unrolled.Solver, shape);
        network.Network.eval();
        solver.Network.eval();
        if (network.Network.Layers != solver.Network.Layers)
            return new CheckResult(Check, passed: false, $"{network.Network.Layers} layers, and the solver {solver.Network.Layers}");
        double worst = 0;
        foreach (int? layers in new int?[] { 1, 2, 3, null }.Where(k => k is null || k < network.Network.Layers))
        {
            var step = new ContinuationStep { Layers = layers };
            worst = Math.Max(worst, Difference(network.Estimate(network.Observe(Batch), step), solver.Estimate(solver.Observe(Batch), step)));
        }

        return CheckResult.AtMost(Check, worst, tolerance, $"largest difference from {unrolled.Solver.GetType().Name} after 1, 2, 3 and {network.Network.Layers} layers, relatively,");
    }

    private static double Difference(torch.Tensor left, torch.Tensor right)
    {
        var difference = left.shape.AsSpan().SequenceEqual(right.shape) ? TensorBits.RelativeDifference(left, right) : double.PositiveInfinity;
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }
}
