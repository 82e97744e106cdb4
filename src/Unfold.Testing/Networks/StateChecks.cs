using TorchSharp;
using Unfold.Engine.Seeds;

namespace Unfold.Testing;

/// <summary>Checks of what a network's layers hand on, and of how they are stepped.</summary>
internal static class StateChecks
{
    private const int Batch = 2;

    /// <summary>The state with copies of its tensors goes on to the same estimate, bit for bit: it is all that a layer depends on.</summary>
    public static CheckResult With(BuiltNetwork built)
    {
        const string Check = "layer state";
        using var noGradient = torch.no_grad();
        var network = built.Network;
        var observed = built.Observe(Batch);
        var half = network.Layers / 2;
        TorchSeed.Set(1);
        var state = network.RunLayers(observed, new ContinuationStep { Layers = half });
        var count = state.Tensors().Count();
        if (count == 0)
            return new CheckResult(Check, passed: false, $"{state.GetType().Name} has no public property that holds a tensor: the engine cannot keep what a layer made");
        var copy = state.With(t => t.clone());
        var (resumed, uninterrupted) = (Rest(copy), Rest(state));
        return new CheckResult(Check, TensorBits.AreEqual(resumed, uninterrupted), $"layers {half} to {network.Layers} from a copy of the state ({count} tensors) give the same bits");

        torch.Tensor Rest(LayerState from)
        {
            TorchSeed.Set(2);
            for (var k = half; k < network.Layers; k++)
                from = network.Layer(from, observed, k);
            return network.Estimate(from, observed);
        }
    }

    /// <summary>A step that asks for fewer layers gets them, and another estimate for it where there are layers to leave out.</summary>
    public static CheckResult FewerLayers(BuiltNetwork built)
    {
        const string Check = "fewer layers";
        if (built.Network.Layers < 2)
            return CheckResult.Skipped(Check, $"{built.Network.Layers} layers: none to leave out");
        using var noGradient = torch.no_grad();
        var observed = built.Observe(Batch);
        var (one, all) = (built.Estimate(observed, new ContinuationStep { Layers = 1 }), built.Estimate(observed));
        var isGood = one.shape.AsSpan().SequenceEqual([Batch, built.Sample.Problem.Shape.Length]) && TensorBits.IsFinite(one);
        if (!isGood)
            return new CheckResult(Check, passed: false, $"one layer of {built.Network.Layers}: {TensorBits.Shape(one)}, expected finite numbers of the shape of all layers");
        return new CheckResult(Check, !TensorBits.AreEqual(one, all), $"one layer of {built.Network.Layers} gives another estimate than all of them");
    }

    /// <summary>Every layer of a stationary architecture is the same map of the state, bit for bit.</summary>
    public static CheckResult Stationary(IArchitecture architecture, BuiltNetwork built)
    {
        const string Check = "stationary";
        if (architecture is not IStationary { IsStationary: true })
            return CheckResult.Skipped(Check, $"does not say so ({nameof(IStationary)})");
        if (built.Network.Layers < 2)
            return CheckResult.Skipped(Check, $"{built.Network.Layers} layers: none to compare");
        using var noGradient = torch.no_grad();
        var observed = built.Observe(Batch);
        TorchSeed.Set(1);
        var state = built.Network.RunLayers(observed, new ContinuationStep { Layers = 1 });
        var first = After(0);
        foreach (var k in new[] { 1, built.Network.Layers - 1 })
        {
            if (!TensorBits.AreEqual(first, After(k)))
                return new CheckResult(Check, passed: false, $"layers 0 and {k} make different estimates of the same state");
        }

        return new CheckResult(Check, passed: true, $"layers 0, 1 and {built.Network.Layers - 1} map a state alike");

        torch.Tensor After(int k)
        {
            TorchSeed.Set(2);
            return built.Network.Estimate(built.Network.Layer(state.With(t => t.clone()), observed, k), observed);
        }
    }

    /// <summary>Tensors of a stationary architecture's states that depend on the number of signals count them in the dimension that the state says.</summary>
    public static CheckResult BatchDimension(IArchitecture architecture, BuiltNetwork built)
    {
        const string Check = "batch dimension";
        if (architecture is not IStationary { IsStationary: true })
            return CheckResult.Skipped(Check, $"not stationary ({nameof(IStationary)}): nobody asks");
        using var noGradient = torch.no_grad();
        var (state, larger) = (State(Batch), State(Batch + 1));
        foreach (var (one, other) in state.Tensors().Zip(larger.Tensors()))
        {
            var at = state.BatchDimension == 0 ? 0 : (int)one.dim() - 1;
            var expected = one.shape.Select((size, dimension) => dimension == at && size == Batch ? Batch + 1 : size);
            if (!one.shape.SequenceEqual(other.shape) && !expected.SequenceEqual(other.shape))
            {
                return new CheckResult(
                    Check, passed: false, $"{state.GetType().Name} has a tensor {TensorBits.Shape(one)} for {Batch} signals and {TensorBits.Shape(other)} for {Batch + 1}: override {nameof(LayerState.BatchDimension)}, or turn it");
            }
        }

        return new CheckResult(Check, passed: true, $"signals are in dimension {state.BatchDimension} of what depends on their number");

        LayerState State(int batch) => built.Network.RunLayers(built.Observe(batch), new ContinuationStep { Layers = Math.Min(2, built.Network.Layers) });
    }

    /// <summary>Measurements and centre are left as they were.</summary>
    public static CheckResult Inputs(BuiltNetwork built)
    {
        using var noGradient = torch.no_grad();
        var observed = built.Observe(Batch);
        var centre = built.Sample.Truth(Batch);
        var (y, x0) = (observed.Y.clone(), centre.clone());
        _ = built.Estimate(observed, new ContinuationStep { Centre = centre });
        var changed = new[] { ("the measurements", y, observed.Y), ("the centre", x0, centre) }
            .Where(t => t.Item3.IsInvalid || !TensorBits.AreEqual(t.Item2, t.Item3))
            .Select(t => $"{t.Item1} {(t.Item3.IsInvalid ? "are disposed" : "are changed in place")}")
            .ToList();
        return new CheckResult("inputs", changed.Count == 0, changed.Count == 0 ? "measurements and centre are left as they were" : string.Join(", ", changed));
    }
}
