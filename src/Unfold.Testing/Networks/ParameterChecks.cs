using TorchSharp;

namespace Unfold.Testing;

/// <summary>Checks of what a network registered.</summary>
internal static class ParameterChecks
{
    /// <summary>What layers name as their own are parameters of the network, and no two layers name the same.</summary>
    public static CheckResult OfLayers(UnfoldingNetwork network)
    {
        const string Check = "layer parameters";
        var known = network.named_parameters().ToDictionary(p => p.parameter.Handle, p => p.name);
        var owner = new Dictionary<IntPtr, int>();
        for (var k = 0; k < network.Layers; k++)
        {
            foreach (var parameter in network.LayerParameters(k))
            {
                if (!known.TryGetValue(parameter.Handle, out var name))
                    return new CheckResult(Check, passed: false, $"layer {k} names a parameter {TensorBits.Shape(parameter)} that the network has not registered");
                if (!owner.TryAdd(parameter.Handle, k))
                    return new CheckResult(Check, passed: false, $"layers {owner[parameter.Handle]} and {k} both name '{name}': what two layers use is shared, and is named by none");
            }
        }

        return new CheckResult(Check, passed: true, $"{owner.Count} of {known.Count} belong to a layer, the others to all");
    }

    /// <summary>The auxiliary loss, where there is one, is a finite scalar.</summary>
    public static CheckResult Penalty(BuiltNetwork built)
    {
        using var noGradient = torch.no_grad();
        var observed = built.Observe(2);
        var state = built.Network.RunLayers(observed, ContinuationStep.First);
        if (built.Network.Penalty(state, observed) is not { } penalty)
            return new CheckResult("penalty", passed: true, "has none");
        return penalty.numel() == 1 && penalty.dim() == 0
            ? new CheckResult("penalty", TensorBits.IsFinite(penalty), FormattableString.Invariant($"a scalar, {penalty.to(torch.float64).item<double>():g3}"))
            : new CheckResult("penalty", passed: false, $"{TensorBits.Shape(penalty)}, expected a scalar");
    }

    /// <summary>All that the network holds lies on the problem's device; on a GPU too, where there is one.</summary>
    public static CheckResult Device(IArchitecture architecture, BuiltNetwork built)
    {
        const string Check = "device";
        if (Elsewhere(built.Network, torch.CPU) is { } stray)
            return new CheckResult(Check, passed: false, stray);
        if (!torch.cuda.is_available())
            return new CheckResult(Check, passed: true, "all on the problem's device; there is no GPU here");
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var moved = built.Sample.Operator.To(torch.CUDA);
        var problem = built.Sample.Problem with { Operator = moved, Device = torch.CUDA };
        using var network = Engine.Networks.NetworkBuild.Build(architecture, problem, new TrainingSample(built.Sample.Sample.Signals.to(torch.CUDA)), seed: 1);
        network.eval();
        if (Elsewhere(network, torch.CUDA) is { } left)
            return new CheckResult(Check, passed: false, left);
        var observed = built.Observe(2);
        var onDevice = observed with { Y = observed.Y.to(torch.CUDA), Operator = moved, Oracle = observed.Oracle is { } oracle ? new Oracle(oracle.NoiseNorm.to(torch.CUDA), oracle.Minimum.to(torch.CUDA), oracle.Maximum.to(torch.CUDA)) : null };
        var estimate = network.Estimate(network.RunLayers(onDevice, ContinuationStep.First), onDevice);
        return new CheckResult(Check, estimate.device_type == DeviceType.CUDA && TensorBits.IsFinite(estimate), $"built for a GPU: estimates on {estimate.device_type}");
    }

    private static string? Elsewhere(UnfoldingNetwork network, torch.Device device)
    {
        var stray = network.named_parameters().Select(p => (p.name, Tensor: (torch.Tensor)p.parameter))
            .Concat(network.named_buffers().Select(b => (b.name, Tensor: b.buffer)))
            .Where(t => t.Tensor.device_type != device.type)
            .Select(t => $"'{t.name}' on {t.Tensor.device_type}")
            .ToList();
        return stray.Count == 0 ? null : $"built for {device.type}, with {string.Join(", ", stray)}";
    }
}
