using TorchSharp;
using Unfold.Engine.Networks;

namespace Unfold.Testing;

/// <summary>The checks of an architecture, on small problems of several shapes.</summary>
public static class ArchitectureChecks
{
    /// <summary>All of them. What takes long is done on the first shape that is not refused.</summary>
    /// <param name="architecture">The architecture.</param>
    public static IEnumerable<CheckResult> All(IArchitecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var taken = SampleProblem.Shapes.Append(SampleProblem.LastResort).Where(shape => !Refuses(architecture, shape)).Take(1).ToList();
        yield return On("shapes", SampleProblem.Shapes, architecture, Shapes);
        yield return On("inputs", SampleProblem.Shapes, architecture, StateChecks.Inputs);
        yield return ShapeSweep.Over("classical solver", SampleProblem.Shapes, s => SolverCheck.Of(architecture, s));
        yield return Over("same seed, same bits", s => Deterministic(architecture, s));
        yield return Over("storage", s => Storage(architecture, s));
        yield return Over("network seed", s => Seeded(architecture, s));
        yield return Over("seeding", s => Seeding(architecture, s));
        yield return On("leaks", taken, architecture, b => NetworkChecks.Leaks(new NetworkRunner(b.Network, new SampleContinuation()), () => b.Observe(2)));
        yield return Over("gradient", s => NetworkGradientCheck.Of(architecture, s));
        yield return On("penalty", taken, architecture, ParameterChecks.Penalty);
        yield return On("layer parameters", taken, architecture, b => ParameterChecks.OfLayers(b.Network));
        yield return On("layer state", taken, architecture, StateChecks.With);
        yield return On("fewer layers", taken, architecture, StateChecks.FewerLayers);
        yield return On("stationary", taken, architecture, b => StateChecks.Stationary(architecture, b));
        yield return On("batch dimension", taken, architecture, b => StateChecks.BatchDimension(architecture, b));
        yield return On("continuation centre", taken, architecture, b => WarmStartCheck.Centre(architecture, b));
        yield return On("continuation smoothing", taken, architecture, b => WarmStartCheck.Smoothing(architecture, b));
        yield return On("any operator", taken, architecture, b => AnyOperator(architecture, b));
        yield return On("device", taken, architecture, b => ParameterChecks.Device(architecture, b));

        CheckResult Over(string check, Func<SignalShape, CheckResult> run) => ShapeSweep.Over(check, Or(taken), run);
    }

    private static CheckResult On(string check, IReadOnlyList<SignalShape> shapes, IArchitecture architecture, Func<BuiltNetwork, CheckResult> run) => ShapeSweep.Over(check, Or(shapes), shape =>
    {
        using var built = new BuiltNetwork(architecture, shape);
        if (check != "leaks")
            built.Network.eval();
        return run(built);
    });

    // Where all are refused, the first one says why.
    private static IReadOnlyList<SignalShape> Or(IReadOnlyList<SignalShape> shapes) => shapes.Count > 0 ? shapes : [SampleProblem.Shapes[0]];

    private static bool Refuses(IArchitecture architecture, SignalShape shape)
    {
        try
        {
            using var built = new BuiltNetwork(architecture, shape);
            using var scope = torch.NewDisposeScope();
            using var noGradient = torch.no_grad();
            _ = built.Estimate(built.Observe(1));
            return false;
        }
        catch (UnfoldException)
        {
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A failure, not a refusal: the checks tell it.
            return false;
        }
    }

    private static CheckResult Shapes(BuiltNetwork built) =>
        NetworkChecks.Shapes(new NetworkRunner(built.Network, new SampleContinuation()), batch => built.Observe(batch), built.Sample.Problem.Shape.Length);

    private static CheckResult Deterministic(IArchitecture architecture, SignalShape shape)
    {
        using var built = new BuiltNetwork(architecture, shape);
        return NetworkChecks.Deterministic(architecture, built.Sample.Problem, built.Sample.Sample, built.Observe(3));
    }

    /// <summary>Told, not judged: a network whose start draws nothing is one, too.</summary>
    private static CheckResult Seeded(IArchitecture architecture, SignalShape shape)
    {
        using var noGradient = torch.no_grad();
        using var first = new BuiltNetwork(architecture, shape);
        using var other = new BuiltNetwork(architecture, shape, seed: 9);
        var parameters = first.Network.parameters().Zip(other.Network.parameters()).ToList();
        return parameters.Count > 0 && parameters.All(p => TensorBits.AreEqual(p.First, p.Second))
            ? CheckResult.Told("network seed", "another seed, the same parameters")
            : new CheckResult("network seed", passed: true, parameters.Count == 0 ? "no parameters" : "another seed, other parameters");
    }

    private static CheckResult Storage(IArchitecture architecture, SignalShape shape)
    {
        var heap = new ShiftedHeap();
        CheckResult? result = null;
        // An array has an address like libtorch's one time in eight: three networks see it.
        for (var i = 0; i < 3 && result is not { Failed: true }; i++)
        {
            heap.Shift();
            using var built = new BuiltNetwork(architecture, shape);
            result = MemoryChecks.NativeStorage(built.Network, built.Sample.Operator, built.Sample.Sample);
        }

        return result!;
    }

    private static CheckResult Seeding(IArchitecture architecture, SignalShape shape)
    {
        using var sample = new SampleProblem(shape);
        return new CheckResult("seeding", !DefaultGenerator.IsSeeded(() => architecture.Build(sample.Problem, sample.Sample).Dispose()), "the engine alone seeds torch's default generator; building does not");
    }

    /// <summary>An operator with fewer measurements than the problem's is taken from the observation.</summary>
    private static CheckResult AnyOperator(IArchitecture architecture, BuiltNetwork built)
    {
        const string Check = "any operator";
        if (architecture is not IAnyOperator)
            return CheckResult.Skipped(Check, $"does not say so ({nameof(IAnyOperator)})");
        using var noGradient = torch.no_grad();
        using var other = built.Sample.OtherOperator();
        var estimate = built.Estimate(built.Observe(2, other) with { Original = built.Observe(2) });
        var isGood = estimate.shape.AsSpan().SequenceEqual([2, built.Sample.Problem.Shape.Length]) && TensorBits.IsFinite(estimate);
        return new CheckResult(Check, isGood, $"{other.MeasurementCount} measurements in place of {built.Sample.Operator.MeasurementCount}: {TensorBits.Shape(estimate)}");
    }
}
