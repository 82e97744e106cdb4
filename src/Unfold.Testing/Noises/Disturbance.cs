using TorchSharp;

namespace Unfold.Testing;

/// <summary>What noise and test conditions have in common: clean measurements and a generator in, noisy ones out.</summary>
internal static class Disturbance
{
    /// <summary>Shape and type are kept, for several batches; all is finite, and the level is not negative.</summary>
    public static CheckResult Shape(string check, Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        foreach (var (batch, m) in new[] { (1, 17), (2, 17), (5, 32) })
        {
            var clean = Clean(batch, m, generator);
            var (y, level) = disturb(clean, generator);
            if (!y.shape.AsSpan().SequenceEqual(clean.shape) || y.dtype != clean.dtype)
                return new CheckResult(check, passed: false, $"{y.dtype} {TensorBits.Shape(y)} of {clean.dtype} {TensorBits.Shape(clean)}");
            if (!TensorBits.IsFinite(y) || !double.IsFinite(level.StandardDeviation) || level.StandardDeviation < 0)
                return new CheckResult(check, passed: false, FormattableString.Invariant($"entries that are not finite, or a level of {level.StandardDeviation:g4}"));
        }

        return new CheckResult(check, passed: true, "of the shape and type of the clean ones, finite");
    }

    /// <summary>The clean measurements are not changed.</summary>
    public static CheckResult Inputs(string check, Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var clean = Clean(4, 17, generator);
        var before = clean.clone();
        _ = disturb(clean, generator);
        return clean.IsInvalid
            ? new CheckResult(check, passed: false, "are disposed")
            : new CheckResult(check, TensorBits.AreEqual(before, clean), "are not changed in place");
    }

    /// <summary>One state of the generator gives the same bits, and torch's own is left alone.</summary>
    public static CheckResult Repeatable(string check, Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var clean = Clean(4, 17, generator);
        torch.Tensor? first = null, second = null;
        var isOwn = DefaultGenerator.IsLeftAlone(() => (first, second) = (Once(), Once()));
        if (!TensorBits.AreEqual(first!, second!))
            return new CheckResult(check, passed: false, "two generators of one seed give different noise");
        return new CheckResult(check, isOwn, isOwn ? "two generators of one seed give one noise" : "draws from torch's default generator, or seeds it: the generator it is given is the only source");

        torch.Tensor Once()
        {
            using var seeded = new torch.Generator(5, torch.CPU);
            return disturb(clean, seeded).Y;
        }
    }

    public static CheckResult Leaks(Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var clean = Clean(4, 17, generator);
        return MemoryChecks.Leaks(() => disturb(clean, generator));
    }

    /// <summary>Measurements of all sizes and both signs.</summary>
    public static torch.Tensor Clean(int batch, int m, torch.Generator generator) => torch.randn(batch, m, generator: generator) * 2;
}
