using TorchSharp;

namespace Unfold.Testing;

/// <summary>What noise and test conditions have in common: clean measurements and a generator in, noisy ones out.</summary>
internal static class Disturbance
{
    /// <summary>Makes a check on measurements of both signs; where those are refused, on measurements that are not negative: counts and intensities.</summary>
    /// <param name="check">What is checked.</param>
    /// <param name="run">Checks it, with signed measurements or without.</param>
    public static CheckResult On(string check, Func<bool, CheckResult> run)
    {
        var signed = GuardedCheck.Run(check, () => run(true));
        return signed.IsRefused && GuardedCheck.Run(check, () => run(false)) is { IsRefused: false } positive ? positive.Within("measurements that are not negative; others are refused") : signed;
    }

    /// <summary>Shape and type are kept, for several batches; all is finite, and the level is not negative.</summary>
    public static CheckResult Shape(string check, Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb, bool isSigned)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        foreach (var (batch, m) in new[] { (1, 17), (2, 17), (5, 32) })
        {
            var clean = Clean(batch, m, generator, isSigned);
            var (y, level) = disturb(clean, generator);
            if (!y.shape.AsSpan().SequenceEqual(clean.shape) || y.dtype != clean.dtype)
                return new CheckResult(check, passed: false, $"{y.dtype} {TensorBits.Shape(y)} of {clean.dtype} {TensorBits.Shape(clean)}");
            if (!TensorBits.IsFinite(y) || !double.IsFinite(level.StandardDeviation) || level.StandardDeviation < 0)
                return new CheckResult(check, passed: false, FormattableString.Invariant($"entries that are not finite, or a level of {level.StandardDeviation:g4}"));
        }

        return new CheckResult(check, passed: true, "of the shape and type of the clean ones, finite");
    }

    /// <summary>The clean measurements are not changed.</summary>
    public static CheckResult Inputs(string check, Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb, bool isSigned)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var clean = Clean(4, 17, generator, isSigned);
        var before = clean.clone();
        _ = disturb(clean, generator);
        return clean.IsInvalid
            ? new CheckResult(check, passed: false, "are disposed")
            : new CheckResult(check, TensorBits.AreEqual(before, clean), "are not changed in place");
    }

    /// <summary>One state of the generator gives the same bits, and torch's own is left alone.</summary>
    public static CheckResult Repeatable(string check, Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb, bool isSigned)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var clean = Clean(4, 17, generator, isSigned);
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

    /// <summary>
    /// Two draws in a row from one generator differ, wherever there is noise: what is drawn from a generator of its own is the same in every epoch. Of equal
    /// measurements, what only maps them (a quantiser) makes equal ones.
    /// </summary>
    public static CheckResult Fresh(string check, Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var clean = torch.full([4, 17], 0.7f);
        var (first, second) = (disturb(clean.clone(), generator).Y, disturb(clean.clone(), generator).Y);
        if (!TensorBits.AreEqual(first, second))
            return new CheckResult(check, passed: true, "two draws from one generator differ");
        return new CheckResult(check, first.min().item<float>() == first.max().item<float>(), first.min().item<float>() == first.max().item<float>()
            ? "nothing is drawn"
            : "two draws from one generator add the same noise: draw it from the generator that is given, or every epoch has the noise of the first");
    }

    public static CheckResult Leaks(Func<torch.Tensor, torch.Generator, NoisyMeasurements> disturb, bool isSigned)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var clean = Clean(4, 17, generator, isSigned);
        return MemoryChecks.Leaks(() => disturb(clean, generator));
    }

    /// <summary>Measurements of all sizes, of both signs where that is asked for.</summary>
    public static torch.Tensor Clean(int batch, int m, torch.Generator generator, bool isSigned)
    {
        using var drawn = torch.randn(batch, m, generator: generator) * 2;
        return isSigned ? drawn.clone() : drawn.abs();
    }
}
