using TorchSharp;

namespace Unfold.Testing;

/// <summary>The checks of a training-time homotopy.</summary>
public static class HomotopyChecks
{
    private const int Batch = 3;
    private static readonly double[] Progress = [0, 0.25, 0.5, 0.999];

    /// <summary>All of them.</summary>
    /// <param name="homotopy">The homotopy.</param>
    public static IEnumerable<CheckResult> All(IHomotopy homotopy)
    {
        ArgumentNullException.ThrowIfNull(homotopy);
        yield return On("path", homotopy, Observations);
        yield return On("adjointness", homotopy, Adjoint);
        yield return On("real measurements", homotopy, Inputs);
        yield return On("self-supervised", homotopy, WithoutTruth);
        yield return ShapeSweep.Over("same seed, same bits", SampleProblem.Shapes, s => Repeatable(homotopy, s));
        yield return On("leaks", homotopy, (path, sample) =>
        {
            var (observed, truth) = (sample.Observe(Batch), sample.Truth(Batch));
            return MemoryChecks.Leaks(() => At(path, 0.25, observed, truth));
        });
    }

    /// <summary>Anywhere on the path: the real observation itself, or one that names it, whose measurements fit its operator and are finite.</summary>
    private static CheckResult Observations(HomotopyPath path, SampleProblem sample)
    {
        var (observed, truth) = (sample.Observe(Batch), sample.Truth(Batch));
        foreach (var progress in Progress)
        {
            var seen = At(path, progress, observed, truth);
            if (ReferenceEquals(seen, observed))
                continue;
            var wrong = seen switch
            {
                _ when !ReferenceEquals(seen.Original, observed) => $"does not name the real observation as {nameof(Observation.Original)}",
                _ when !seen.Y.shape.AsSpan().SequenceEqual([Batch, seen.Operator.MeasurementCount]) => $"has measurements {TensorBits.Shape(seen.Y)}, and an operator of {seen.Operator.MeasurementCount}",
                _ when !TensorBits.IsFinite(seen.Y) || !double.IsFinite(seen.Noise.StandardDeviation) || seen.Noise.StandardDeviation < 0 => "is not finite",
                _ when seen.Operator.SignalLength != sample.Problem.Shape.Length => $"measures signals of length {seen.Operator.SignalLength}",
                _ => null,
            };
            if (wrong is not null)
                return new CheckResult("path", passed: false, FormattableString.Invariant($"the observation after {progress:0.###} of training {wrong}"));
        }

        return new CheckResult("path", passed: true, $"good after {string.Join(", ", Progress.Select(p => FormattableString.Invariant($"{p:0.###}")))} of training");
    }

    private static CheckResult Adjoint(HomotopyPath path, SampleProblem sample)
    {
        using var generator = new torch.Generator(7, torch.CPU);
        return OperatorChecks.Adjointness(At(path, 0.25, sample.Observe(Batch), sample.Truth(Batch)).Operator, generator);
    }

    private static CheckResult Inputs(HomotopyPath path, SampleProblem sample)
    {
        var (observed, truth) = (sample.Observe(Batch), sample.Truth(Batch));
        var (y, x) = (observed.Y.clone(), truth.clone());
        _ = At(path, 0.25, observed, truth);
        var isKept = !observed.Y.IsInvalid && !truth.IsInvalid && TensorBits.AreEqual(y, observed.Y) && TensorBits.AreEqual(x, truth);
        return new CheckResult("real measurements", isKept, isKept ? "are left as they were, as are the signals" : "or the signals are changed in place, or disposed");
    }

    // A refusal (UnfoldException) skips it.
    private static CheckResult WithoutTruth(HomotopyPath path, SampleProblem sample)
    {
        var seen = At(path, 0.25, sample.Observe(Batch), null);
        return new CheckResult("self-supervised", TensorBits.IsFinite(seen.Y), "without the truth");
    }

    private static CheckResult Repeatable(IHomotopy homotopy, SignalShape shape)
    {
        using var sample = new SampleProblem(shape);
        var (observed, truth) = (sample.Observe(Batch), sample.Truth(Batch));
        byte[]? first = null, second = null;
        var isOwn = DefaultGenerator.IsLeftAlone(() => (first, second) = (Once(), Once()));
        if (!first.AsSpan().SequenceEqual(second))
            return new CheckResult("same seed, same bits", passed: false, "two paths of one seed give different measurements");
        return new CheckResult("same seed, same bits", isOwn, isOwn ? "two paths of one seed" : "draws from torch's default generator, or seeds it: the generators it is given are the only source");

        byte[] Once()
        {
            using var path = Build(homotopy, sample);
            return TensorBits.Of(At(path, 0.25, observed, truth).Y);
        }
    }

    private static CheckResult On(string check, IHomotopy homotopy, Func<HomotopyPath, SampleProblem, CheckResult> run) => ShapeSweep.Over(check, SampleProblem.Shapes, shape =>
    {
        using var sample = new SampleProblem(shape);
        using var path = Build(homotopy, sample);
        return run(path, sample);
    });

    private static HomotopyPath Build(IHomotopy homotopy, SampleProblem sample)
    {
        using var generator = new torch.Generator(3, torch.CPU);
        return homotopy.Build(sample.Problem, generator);
    }

    private static Observation At(HomotopyPath path, double progress, Observation observed, torch.Tensor? truth)
    {
        using var generator = new torch.Generator(5, torch.CPU);
        return path.At(progress, observed, truth, generator);
    }
}
