using TorchSharp;

namespace Unfold.Testing;

/// <summary>Checks of an operator that is moved to another device.</summary>
public static class RoundTripCheck
{
    // Kernels of two devices add in different orders.
    private const double AcrossDevices = 1e-4;

    /// <summary>
    /// <see cref="MeasurementOperator.To"/> gives another object that outlives the one it came from, with the same bits on the CPU; and with the same measurements
    /// there and back, where there is a GPU.
    /// </summary>
    /// <param name="draw">Draws the operator, the same each time.</param>
    public static CheckResult Of(Func<MeasurementOperator> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        const string Check = "device round trip";
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var original = draw();
        using var generator = new torch.Generator(5, torch.CPU);
        var (x, y) = (torch.randn(3, original.SignalLength, generator: generator), torch.randn(3, original.MeasurementCount, generator: generator));
        var (image, back) = (original.Apply(x), original.Adjoint(y));
        using var copy = original.To(torch.CPU);
        if (ReferenceEquals(copy, original))
            return new CheckResult(Check, passed: false, "To gives the operator itself; the engine disposes the one that was drawn");
        // On a GPU, from the original; what comes back must not need it.
        using var returned = torch.cuda.is_available() ? ThereAndBack(original) : null;
        original.Dispose();
        if (!TensorBits.AreEqual(image, copy.Apply(x)) || !TensorBits.AreEqual(back, copy.Adjoint(y)))
            return new CheckResult(Check, passed: false, "To(cpu) gives an operator whose measurements have other bits");
        if (returned is null)
            return new CheckResult(Check, passed: true, "To(cpu): the same bits when the original is disposed; there is no GPU here");
        var difference = Math.Max(TensorBits.RelativeDifference(returned.Apply(x), image), TensorBits.RelativeDifference(returned.Adjoint(y), back));
        return CheckResult.AtMost(Check, difference, AcrossDevices, "cpu → cuda → cpu, largest relative difference");
    }

    private static MeasurementOperator ThereAndBack(MeasurementOperator original)
    {
        using var there = original.To(torch.CUDA);
        using var probe = there.Apply(torch.zeros(1, original.SignalLength, device: torch.CUDA));
        return probe.device_type == DeviceType.CUDA
            ? there.To(torch.CPU)
            : throw new InvalidOperationException($"To(cuda) measures signals of the GPU on {probe.device_type}");
    }
}
