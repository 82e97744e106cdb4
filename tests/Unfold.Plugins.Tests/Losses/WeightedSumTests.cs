using TorchSharp;
using Unfold.Losses;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Losses;

public sealed class WeightedSumTests : IDisposable
{
    private static readonly ILoss Squared = new MeanSquaredError(new NoOptions());
    private static readonly ILoss Consistent = new MeasurementConsistency(new NoOptions());

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly DenseOperator _operator = new(torch.tensor(new[,] { { 2.0, 0 } }));

    public void Dispose()
    {
        _operator.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void It_weighs_its_losses()
    {
        // x̂ = (3, 1), x = (1, 1), y = 4: squared error 2, consistency (6 − 4)² = 4.
        Assert.Equal((0.5 * 2) + (10 * 4), Evaluate(Sum((Squared, 0.5), (Consistent, 10))), 12);
    }

    [Fact]
    public void The_truth_stays_hidden_from_those_that_must_not_see_it()
    {
        var blind = new Looking(isBlind: true);
        var sighted = new Looking(isBlind: false);
        var inner = Sum((new Looking(isBlind: true), 1), (blind, 1));
        Evaluate(Sum((sighted, 1), (inner, 1), (blind, 1)));
        Assert.NotNull(sighted.Last!.Truth);
        Assert.Null(blind.Last!.Truth);
    }

    [Fact]
    public void A_sum_of_losses_without_truth_needs_none_itself()
    {
        Assert.False(((ILoss)Sum((Consistent, 1), (Sum((Consistent, 2)), 1))).SeesTruth);
        Assert.True(((ILoss)Sum((Consistent, 1), (Sum((Squared, 2)), 1))).SeesTruth);
        Assert.Equal(8, Sum((Consistent, 2)).Evaluate(Context(truth: null)).item<double>(), 12);
    }

    [Fact]
    public void What_a_homotopy_measured_of_the_truth_stays_hidden_too()
    {
        var real = Context(truth: torch.ones(1, 2, dtype: torch.float64));
        var shown = real with { Observed = new Observation(torch.zeros(1, 3), _operator, real.Observed.Noise) { Original = real.Observed } };
        var (blind, sighted) = (new Looking(isBlind: true), new Looking(isBlind: false));
        Sum((blind, 1), (sighted, 1)).Evaluate(shown);
        Assert.Same(real.Observed, blind.Last!.Observed);
        Assert.Same(shown.Observed, sighted.Last!.Observed);
        // Where nobody sees the truth, a homotopy has not measured it either: what training sees is what losses see.
        Assert.Same(shown.Observed, (shown with { Truth = null }).For(blind).Observed);
    }

    [Fact]
    public void Distillation_has_no_use_for_a_sum_without_a_target() =>
        Assert.Single(new DistillationOptions { Teacher = "big", Loss = Sum((Consistent, 1)) }.Validate(null!));

    [Fact]
    public void Each_loss_has_one_weight()
    {
        Assert.Single(new WeightedSumOptions { Losses = [Squared, Consistent], Weights = [1] }.Validate(null!));
        Assert.Empty(new WeightedSumOptions { Losses = [Squared], Weights = [1] }.Validate(null!));
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        var truth = torch.ones(1, 2, dtype: torch.float64);
        var check = GradientCheck.Of(x => Sum((Squared, 0.5), (Consistent, 3)).Evaluate(Context(truth) with { Output = new Reconstruction(x) }), torch.tensor(new[,] { { 0.3, -2 } }));
        Assert.True(check.Passed, check.Message);
    }

    private static WeightedSum Sum(params (ILoss Loss, double Weight)[] terms) =>
        new(new WeightedSumOptions { Losses = [.. terms.Select(t => t.Loss)], Weights = [.. terms.Select(t => t.Weight)] });

    private double Evaluate(WeightedSum sum) => sum.Evaluate(Context(torch.ones(1, 2, dtype: torch.float64))).item<double>();

    private LossContext Context(torch.Tensor? truth) =>
        new LossBench(new SignalShape(1, 1, 2), _operator, 0, _ => torch.tensor(new[,] { { 3.0, 1 } })).Context(torch.tensor(new[,] { { 4.0 } }), truth);

    private sealed class Looking(bool isBlind) : ILoss
    {
        public object Options => new NoOptions();

        public bool SeesTruth => !isBlind;

        public LossContext? Last { get; private set; }

        public torch.Tensor Evaluate(LossContext context)
        {
            Last = context;
            return context.Output.Estimate.sum();
        }
    }
}
