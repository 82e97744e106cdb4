using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Seeds;

namespace Unfold.Testing;

/// <summary>The checks of an optimizer, on a quadratic in eight unknowns.</summary>
public static class OptimizerChecks
{
    private const int Steps = 40;

    /// <summary>All of them.</summary>
    /// <param name="optimizer">The optimizer.</param>
    public static IEnumerable<CheckResult> All(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        yield return GuardedCheck.Run("learning rate", () => new CheckResult(
            "learning rate", double.IsFinite(optimizer.LearningRate) && optimizer.LearningRate > 0, FormattableString.Invariant($"{optimizer.LearningRate:g4}, expected a positive number")));
        yield return GuardedCheck.Run("descent", () => Descent(optimizer));
        yield return GuardedCheck.Run("loss of a step", () => FirstLoss(optimizer));
        yield return GuardedCheck.Run("same seed, same bits", () => Repeatable(optimizer));
        yield return GuardedCheck.Run("resumed", () => Resumed(optimizer));
    }

    /// <summary>Forty steps lower a quadratic.</summary>
    public static CheckResult Descent(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using var descent = new QuadraticDescent(optimizer);
        var before = descent.Loss();
        descent.Make(Steps);
        var after = descent.Loss();
        return new CheckResult("descent", after < before, FormattableString.Invariant($"{Steps} steps take a quadratic from {before:g4} to {after:g4}"));
    }

    /// <summary>A step tells the loss of its first evaluation.</summary>
    public static CheckResult FirstLoss(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using var descent = new QuadraticDescent(optimizer);
        descent.Make(1);
        return new CheckResult("loss of a step", descent.Told == descent.First, FormattableString.Invariant($"told {descent.Told:g6}, the first evaluation gave {descent.First:g6}"));
    }

    /// <summary>Two updates of the same parameters make the same steps, bit for bit.</summary>
    public static CheckResult Repeatable(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using var first = new QuadraticDescent(optimizer);
        using var second = new QuadraticDescent(optimizer);
        first.Make(6);
        second.Make(6);
        return new CheckResult("same seed, same bits", first.Bits().AsSpan().SequenceEqual(second.Bits()), "two updates of the same parameters, six steps");
    }

    /// <summary>Saved after three steps and loaded into another update, it goes on bit for bit. One that cannot be resumed says so when it is asked to save.</summary>
    public static CheckResult Resumed(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        const string Check = "resumed";
        using var whole = new QuadraticDescent(optimizer);
        whole.Make(3);
        if (!optimizer.CanBeResumed)
        {
            try
            {
                _ = whole.Update.Save();
                return new CheckResult(Check, passed: false, "it says that it cannot be resumed, and saves a state");
            }
            catch (NotSupportedException)
            {
                return CheckResult.Skipped(Check, "it cannot be, and says so");
            }
        }

        using var resumed = new QuadraticDescent(optimizer);
        resumed.Start(whole);
        resumed.Update.Load(whole.Update.Save().ToDictionary(s => s.Key, s => s.Value.clone()));
        whole.Make(3);
        resumed.Make(3);
        return new CheckResult(Check, whole.Bits().AsSpan().SequenceEqual(resumed.Bits()), "saved after three steps and loaded into another update: three more give the same bits");
    }

    /// <summary>½ Σ dᵢ(pᵢ − cᵢ)² over two parameters.</summary>
    private sealed class QuadraticDescent : IDisposable
    {
        private readonly IOptimizer _optimizer;
        private readonly List<Parameter> _parameters;
        private readonly torch.Tensor _curvature = torch.tensor(new[] { 0.5f, 1, 2, 1, 0.7f }).clone();
        private int _step;

        public QuadraticDescent(IOptimizer optimizer)
        {
            _optimizer = optimizer;
            _parameters = [new Parameter(torch.linspace(-1, 1, 5)), new Parameter(torch.full([3], 0.8f))];
            // As the engine does; a range for one of them.
            Update = optimizer.Build(_parameters, [new ParameterRange(-4, 4), null]);
        }

        public ParameterUpdate Update { get; }

        /// <summary>The loss of the first evaluation of the last step.</summary>
        public float First { get; private set; }

        /// <summary>What the last step told.</summary>
        public float Told { get; private set; }

        public void Make(int steps)
        {
            for (var i = 0; i < steps; i++, _step++)
            {
                // As the engine does before every step.
                TorchSeed.Set((ulong)_step + 1);
                float? first = null;
                using var told = Update.Step(
                    () =>
                    {
                        foreach (var parameter in _parameters)
                            parameter.grad?.zero_();
                        var loss = Evaluate();
                        first ??= loss.item<float>();
                        return loss;
                    },
                    _optimizer.LearningRate);
                (First, Told) = (first ?? float.NaN, told.item<float>());
            }
        }

        public float Loss()
        {
            using var noGradient = torch.no_grad();
            return Value().item<float>();
        }

        /// <summary>Puts the parameters where another descent has them.</summary>
        public void Start(QuadraticDescent other)
        {
            using var noGradient = torch.no_grad();
            foreach (var (own, value) in _parameters.Zip(other._parameters))
                own.copy_(value);
            _step = other._step;
        }

        public byte[] Bits() => [.. _parameters.SelectMany(p => TensorBits.Of(p))];

        public void Dispose()
        {
            Update.Dispose();
            _curvature.Dispose();
            _parameters.ForEach(p => p.Dispose());
        }

        private torch.Tensor Evaluate()
        {
            using var gradient = torch.enable_grad(_optimizer.UsesGradient);
            var value = Value();
            if (_optimizer.UsesGradient)
                value.backward();
            return value.detach();
        }

        private torch.Tensor Value() => (((_parameters[0] - 0.3f).square() * _curvature).sum() + (_parameters[1] + 0.2f).square().sum()) / 2;
    }
}
