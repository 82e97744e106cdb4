using TorchSharp;

namespace Unfold.Testing;

/// <summary>The checks of a measurement: what it draws for signals of several shapes.</summary>
public static class MeasurementChecks
{
    private const double NormTolerance = 1e-4;
    private const int Draws = 4;
    private const ulong Seed = 3;

    /// <summary>All of them.</summary>
    /// <param name="measurement">The measurement.</param>
    public static IEnumerable<CheckResult> All(IMeasurement measurement)
    {
        yield return On("operator shapes", measurement, (m, _) => OperatorChecks.Shapes(m));
        yield return On("linear", measurement, (m, g) => OperatorChecks.Linear(m, g));
        yield return On("adjointness", measurement, (m, g) => OperatorChecks.Adjointness(m, g));
        yield return On("operator norm", measurement, (m, _) => OperatorChecks.Norm(m, NormTolerance));
        yield return On("gradient", measurement, (m, g) => OperatorChecks.Gradient(m, g));
        yield return On("dense matrix", measurement, (m, _) => OperatorChecks.DenseAgrees(m));
        yield return On("rows", measurement, (m, g) => OperatorChecks.Rows(m, g));
        yield return On("double precision", measurement, (m, g) => OperatorChecks.DoublePrecision(m, g));
        yield return On("leaks", measurement, (m, _) => Leaks(m));
        yield return Over("storage", s => Storage(measurement, s));
        yield return Over("same seed, same bits", s => Repeatable(measurement, s));
        yield return Over("operator seed", s => Seeded(measurement, s));
        yield return Over("own randomness", s => OwnRandomness(measurement, s));
        yield return Over("device round trip", s => RoundTripCheck.Of(() => DrawRaw(measurement, s)));
    }

    /// <summary>Drawn again and again from one seed, with other things in memory in between, the operator measures with the same bits.</summary>
    public static CheckResult Repeatable(IMeasurement measurement, SignalShape shape)
    {
        using var x = torch.eye(shape.Length);
        var heap = new ShiftedHeap();
        byte[]? first = null;
        for (var i = 0; i < Draws; i++)
        {
            using var scope = torch.NewDisposeScope();
            using var drawn = Draw(measurement, shape);
            var image = drawn.Apply(x);
            byte[] bits = [.. TensorBits.Of(image), .. TensorBits.Of(drawn.Adjoint(image))];
            if (first is not null && !bits.AsSpan().SequenceEqual(first))
                return new CheckResult("same seed, same bits", passed: false, $"draw {i + 1} from the same seed measures with other bits");
            first ??= bits;
            heap.Shift();
        }

        return new CheckResult("same seed, same bits", passed: true, $"{Draws} draws");
    }

    /// <summary>Told, not judged: a fixed operator is one, too.</summary>
    private static CheckResult Seeded(IMeasurement measurement, SignalShape shape)
    {
        using var x = torch.eye(shape.Length);
        using var first = Draw(measurement, shape);
        using var other = Draw(measurement, shape, seed: 9);
        return first.MeasurementCount == other.MeasurementCount && TensorBits.AreEqual(first.Apply(x), other.Apply(x))
            ? CheckResult.Told("operator seed", "another seed, the same operator")
            : new CheckResult("operator seed", passed: true, "another seed, another operator");
    }

    private static CheckResult OwnRandomness(IMeasurement measurement, SignalShape shape) =>
        new("own randomness", DefaultGenerator.IsLeftAlone(() => Draw(measurement, shape).Dispose()), "the generator it is given is the only source: torch's own is neither drawn from nor seeded");

    private static CheckResult Storage(IMeasurement measurement, SignalShape shape)
    {
        var heap = new ShiftedHeap();
        CheckResult? result = null;
        // An array has an address like libtorch's one time in eight: three draws see it.
        for (var i = 0; i < 3 && result is not { Failed: true }; i++)
        {
            heap.Shift();
            using var drawn = Draw(measurement, shape);
            result = MemoryChecks.NativeStorage(drawn);
        }

        return result!;
    }

    private static CheckResult Leaks(MeasurementOperator drawn)
    {
        using var x = torch.ones(2, drawn.SignalLength);
        return MemoryChecks.Leaks(() => drawn.Adjoint(drawn.Apply(x)));
    }

    private static CheckResult On(string check, IMeasurement measurement, Func<MeasurementOperator, torch.Generator, CheckResult> run) => Over(check, shape =>
    {
        using var drawn = Draw(measurement, shape);
        using var generator = new torch.Generator(7, torch.CPU);
        return run(drawn, generator);
    });

    private static CheckResult Over(string check, Func<SignalShape, CheckResult> run) => ShapeSweep.Over(check, SampleProblem.Shapes, run);

    // As the engine does it: the operator that was drawn is gone, the one that it moved to the run's device stays.
    private static MeasurementOperator Draw(IMeasurement measurement, SignalShape shape, ulong seed = Seed)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var drawn = DrawRaw(measurement, shape, seed);
        return drawn.To(torch.CPU);
    }

    private static MeasurementOperator DrawRaw(IMeasurement measurement, SignalShape shape, ulong seed = Seed)
    {
        using var generator = new torch.Generator(seed, torch.CPU);
        return measurement.Draw(shape, generator);
    }
}
