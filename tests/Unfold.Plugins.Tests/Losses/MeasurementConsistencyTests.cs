using TorchSharp;
using Unfold.Losses;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Losses;

public sealed class MeasurementConsistencyTests
{
    private readonly MeasurementConsistency _loss = new(new NoOptions());

    [Fact]
    public void It_is_the_mean_square_of_what_the_estimate_does_not_explain()
    {
        using var scope = torch.NewDisposeScope();
        using var measured = new DenseOperator(torch.tensor(new[,] { { 1.0, 0 }, { 0, 2 } }));
        var bench = new LossBench(new SignalShape(1, 1, 2), measured, 0, _ => torch.tensor(new[,] { { 1.0, 1 } }));
        Assert.Equal((1 + 9) / 2.0, _loss.Evaluate(bench.Context(torch.tensor(new[,] { { 0.0, -1 } }))).item<double>(), 12);
        Assert.False(((ILoss)_loss).SeesTruth);
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        using var scope = torch.NewDisposeScope();
        using var measured = new DenseOperator(torch.randn(3, 5, dtype: torch.float64));
        var y = torch.randn(2, 3, dtype: torch.float64);
        var check = GradientCheck.Of(x => _loss.Evaluate(new LossBench(new SignalShape(1, 1, 5), measured, 0, _ => x).Context(y)), torch.randn(2, 5, dtype: torch.float64));
        Assert.True(check.Passed, check.Message);
    }
}
