using TorchSharp;

namespace Unfold.Testing;

/// <summary>The checks of a loss, on the estimates of a small network.</summary>
public static class LossChecks
{
    private const int Batch = 3;
    private const double DoubleTolerance = 1e-4;
    private const double SingleTolerance = 0.1;

    /// <summary>All of them. A self-supervised loss gets no truth.</summary>
    /// <param name="loss">The loss.</param>
    public static IEnumerable<CheckResult> All(ILoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var isBlind = loss is ISelfSupervised;
        yield return On(isBlind ? "scalar, without the truth" : "scalar", loss, Scalar);
        yield return On("inputs", loss, Inputs);
        yield return On("same seed, same bits", loss, Repeatable);
        yield return On("leaks", loss, s => MemoryChecks.Leaks(() => Backward(s)));
        yield return ShapeSweep.First("gradient", SampleProblem.Shapes, s => Gradient(loss, s));
        yield return On("batch of one", loss, Single);
    }

    private static CheckResult Scalar(LossSituation situation)
    {
        using var noGradient = torch.no_grad();
        var value = situation.Evaluate();
        return value.dim() == 0
            ? new CheckResult("scalar", TensorBits.IsFinite(value), FormattableString.Invariant($"{value.to(torch.float64).item<double>():g4}, expected a finite number"))
            : new CheckResult("scalar", passed: false, $"{TensorBits.Shape(value)}, expected a scalar");
    }

    private static CheckResult Single(LossSituation situation)
    {
        using var noGradient = torch.no_grad();
        using var single = situation.OfBatch(1);
        var value = single.Evaluate();
        return new CheckResult("batch of one", value.numel() == 1 && TensorBits.IsFinite(value), "a finite number is expected of the last batch of an epoch, which may be small");
    }

    private static CheckResult Inputs(LossSituation situation)
    {
        var (estimate, y, truth) = (situation.Estimate.detach().clone(), situation.Observed.Y.clone(), situation.Truth?.clone());
        Backward(situation);
        var changed = new[] { ("the estimate", estimate, situation.Estimate), ("the measurements", y, situation.Observed.Y), ("the truth", truth, situation.Truth) }
            .Where(t => t.Item2 is not null && (t.Item3!.IsInvalid || !TensorBits.AreEqual(t.Item2, t.Item3)))
            .Select(t => t.Item1)
            .ToList();
        return new CheckResult("inputs", changed.Count == 0, changed.Count == 0 ? "estimate, measurements and truth are left as they were" : $"changed in place, or disposed: {string.Join(", ", changed)}");
    }

    private static CheckResult Repeatable(LossSituation situation)
    {
        using var noGradient = torch.no_grad();
        return new CheckResult("same seed, same bits", TensorBits.AreEqual(situation.Evaluate(), situation.Evaluate()), "evaluated twice from one seed");
    }

    /// <summary>d loss / d estimate, in double precision where the loss takes it.</summary>
    private static CheckResult Gradient(ILoss loss, SignalShape shape)
    {
        var isDouble = TakesDouble(loss, shape);
        using var situation = new LossSituation(loss, shape, Batch, isDouble ? torch.ScalarType.Float64 : torch.ScalarType.Float32);
        using var generator = new torch.Generator(11, torch.CPU);
        var result = DirectionalGradientCheck.Of(situation.Evaluate, [("the estimate", situation.Estimate)], generator, isDouble ? 1e-6 : 3e-3, isDouble ? DoubleTolerance : SingleTolerance);
        return isDouble ? result : result.Within("in float32: the loss takes no float64");
    }

    private static bool TakesDouble(ILoss loss, SignalShape shape)
    {
        try
        {
            using var scope = torch.NewDisposeScope();
            using var noGradient = torch.no_grad();
            using var situation = new LossSituation(loss, shape, Batch, torch.ScalarType.Float64);
            return situation.Evaluate().dtype == torch.float64;
        }
        catch (Exception mixed) when (mixed is not (UnfoldException or OutOfMemoryException))
        {
            return false;
        }
    }

    private static void Backward(LossSituation situation)
    {
        if (situation.Estimate.grad is { } gradient)
            gradient.zero_();
        var value = situation.Evaluate();
        if (value.requires_grad)
            value.backward();
    }

    private static CheckResult On(string check, ILoss loss, Func<LossSituation, CheckResult> run) => ShapeSweep.Over(check, SampleProblem.Shapes, shape =>
    {
        using var situation = new LossSituation(loss, shape, Batch);
        return run(situation) with { Check = check };
    });
}
