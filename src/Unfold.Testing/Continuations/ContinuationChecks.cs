using System.Reflection;
using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Engine.Precision;

namespace Unfold.Testing;

/// <summary>The checks of a continuation, with estimates made up for it.</summary>
public static class ContinuationChecks
{
    private const int Batch = 2;
    private const int Length = 9;
    private const int MostSteps = 10_000;

    // An estimate that no history has, however many steps there are.
    private const ulong OtherEstimate = 2 * MostSteps;

    /// <summary>All of them.</summary>
    /// <param name="continuation">The continuation.</param>
    public static IEnumerable<CheckResult> All(IContinuation continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        yield return GuardedCheck.Run("first step", () => new CheckResult(
            "first step", continuation.Next(new ContinuationHistory(0, null, null)) is not null, "before the first solve there is a step"));
        var ends = GuardedCheck.Run("ends", () => Ends(continuation));
        yield return ends;
        // Of what has no end, the rest cannot be seen.
        if (ends.Failed)
            yield break;
        yield return GuardedCheck.Run("steps", () => Steps(continuation));
        yield return GuardedCheck.Run("centres", () => Centres(continuation));
        yield return GuardedCheck.Run("pure", () => Pure(continuation));
        yield return GuardedCheck.Run("requires", () => Requires(continuation));
        yield return GuardedCheck.Run("gradient", () => Gradient(continuation));
        yield return GuardedCheck.Run("leaks", () => MemoryChecks.Leaks(() => _ = Taken(continuation).Last()));
    }

    /// <summary>After some steps there is none.</summary>
    public static CheckResult Ends(IContinuation continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        using var scope = torch.NewDisposeScope();
        var steps = Taken(continuation).Count();
        return new CheckResult("ends", steps <= MostSteps, steps <= MostSteps ? $"after {steps} {(steps == 1 ? "solve" : "solves")}" : $"there still is a step after {MostSteps}");
    }

    /// <summary>Steps count from 0; smoothing is finite and positive, layers at least 1, and a prox-centre has the shape of the estimates.</summary>
    public static CheckResult Steps(IContinuation continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        using var scope = torch.NewDisposeScope();
        foreach (var (history, step) in Taken(continuation))
        {
            var wrong = step switch
            {
                _ when step.Index != history.Completed => $"says that it is step {step.Index}",
                _ when !double.IsFinite(step.SmoothingFactor) || step.SmoothingFactor <= 0 => FormattableString.Invariant($"has a smoothing factor of {step.SmoothingFactor:g4}"),
                _ when step.Layers < 1 => $"has {step.Layers} layers",
                { Centre: { } centre } when !centre.shape.AsSpan().SequenceEqual([Batch, Length]) => $"has a centre {TensorBits.Shape(centre)} for estimates [{Batch}, {Length}]",
                { Centre: { } centre } when !TensorBits.IsFinite(centre) => "has a centre that is not finite",
                _ => null,
            };
            if (wrong is not null)
                return new CheckResult("steps", passed: false, $"step {history.Completed} {wrong}");
        }

        return new CheckResult("steps", passed: true, "index, smoothing, layers and centre of every step are good");
    }

    /// <summary>A prox-centre comes from the estimates: others give another one, and they are left as they were.</summary>
    public static CheckResult Centres(IContinuation continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        using var scope = torch.NewDisposeScope();
        var moved = 0;
        foreach (var (history, step) in Taken(continuation))
        {
            if (history.Completed == 0 || step.Centre is not { } centre)
                continue;
            var (latest, before) = (history.Latest!.clone(), history.BeforeLatest?.clone());
            var other = continuation.Next(new ContinuationHistory(history.Completed, Estimate(OtherEstimate), history.BeforeLatest))?.Centre;
            if (other is null || TensorBits.AreEqual(centre, other))
                return new CheckResult("centres", passed: false, $"the centre of step {history.Completed} does not depend on the last estimate");
            if (!TensorBits.AreEqual(latest, history.Latest) || (before is not null && !TensorBits.AreEqual(before, history.BeforeLatest!)))
                return new CheckResult("centres", passed: false, $"step {history.Completed} changes the estimates in place");
            moved++;
        }

        return new CheckResult("centres", passed: true, moved == 0 ? "no step has one of its own" : $"{moved} come from the last estimate");
    }

    /// <summary>One history gives one step: a continuation keeps nothing from one call to the next.</summary>
    public static CheckResult Pure(IContinuation continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        using var scope = torch.NewDisposeScope();
        foreach (var (history, step) in Taken(continuation).ToList())
        {
            var again = continuation.Next(history);
            var isSame = again is not null
                && (again with { Centre = null }).Equals(step with { Centre = null })
                && (again.Centre is null ? step.Centre is null : step.Centre is not null && TensorBits.AreEqual(again.Centre, step.Centre));
            if (!isSame)
                return new CheckResult("pure", passed: false, $"asked again, step {history.Completed} is another one");
        }

        return new CheckResult("pure", passed: true, "asked again, every step is the same");
    }

    /// <summary>What sets a centre or a smoothing demands a network that honours them.</summary>
    private static CheckResult Requires(IContinuation continuation)
    {
        var sets = Taken(continuation).Any(t => t.Step.Centre is not null || t.Step.SmoothingFactor != 1 || t.Step.KeepDual);
        var demands = continuation.GetType().GetCustomAttribute<RequiresAttribute>()?.Capability == typeof(IWarmStartable);
        return new CheckResult("requires", !sets || demands, (sets, demands) switch
        {
            (true, false) => $"sets a centre, a smoothing or duals, and has no [Requires(typeof({nameof(IWarmStartable)}))]: over any other network it would silently do nothing",
            (true, true) => $"demands {nameof(IWarmStartable)}",
            _ => "sets nothing that a network could ignore",
        });
    }

    /// <summary>Where the full gradient is promised, it flows through every warm start.</summary>
    private static CheckResult Gradient(IContinuation continuation)
    {
        if (continuation is not IFullyDifferentiable<IContinuation> differentiable)
            return CheckResult.Skipped("gradient", $"is not promised ({nameof(IFullyDifferentiable<>)})");
        using var precision = new DoublePrecision();
        using var sample = new SampleProblem(SampleProblem.Shapes[0], torch.ScalarType.Float64);
        using var network = new SampleNetwork(torch.ScalarType.Float64);
        using var generator = new torch.Generator(11, torch.CPU);
        var runner = new NetworkRunner(network, differentiable.WithFullGradient());
        var (observed, truth) = (sample.Observe(Batch), sample.Truth(Batch));
        var variables = network.named_parameters().Select(p => (p.name, (torch.Tensor)p.parameter)).ToList();
        return DirectionalGradientCheck.Of(() => (runner.Reconstruct(observed).Estimate - truth).square().mean(), variables, generator);
    }

    /// <summary>The steps with what was known before each, one more than are allowed at most.</summary>
    private static IEnumerable<(ContinuationHistory History, ContinuationStep Step)> Taken(IContinuation continuation)
    {
        torch.Tensor? latest = null, before = null;
        for (var completed = 0; completed <= MostSteps; completed++)
        {
            var history = new ContinuationHistory(completed, latest, before);
            if (continuation.Next(history) is not { } step)
                yield break;
            yield return (history, step);
            (latest, before) = (Estimate((ulong)completed), latest);
        }
    }

    private static torch.Tensor Estimate(ulong seed)
    {
        using var generator = new torch.Generator(seed + 1, torch.CPU);
        return torch.randn(Batch, Length, generator: generator);
    }
}
