using TorchSharp;
using Unfold.SparseRecovery;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.SparseRecovery;

public sealed class ThresholdTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void The_soft_threshold_is_the_prox_of_the_l1_norm()
    {
        using var generator = new torch.Generator(2, torch.CPU);
        var point = torch.randn(3, 9, dtype: torch.float64, generator: generator);
        var threshold = torch.tensor(0.6, dtype: torch.float64);
        foreach (var prox in new Func<torch.Tensor, torch.Tensor>[] { v => SoftThreshold.Apply(v, threshold), v => SoftThreshold.Apply(v, 0.6) })
        {
            var check = ProximalCheck.Optimality(z => z.abs().sum() * 0.6, prox, point, generator);
            Assert.True(check.Passed, check.ToString());
            var searched = ProximalCheck.AgainstMinimiser(z => z.abs().sum() * 0.6, prox, point[0].clone());
            Assert.True(searched.Passed, searched.ToString());
        }

        // With selection it is the prox of something else: that of the norm is better.
        double Objective(torch.Tensor z) => ((z.abs().sum() * 0.6) + ((z - point).square().sum() / 2)).item<double>();
        Assert.True(Objective(SoftThreshold.Apply(point, threshold)) < Objective(SupportSelection.Apply(point, threshold, 3)) - 0.01);
    }

    [Theory]
    [InlineData(0, new[] { 0, 0, 2.0, -3, 1, 0 })]
    [InlineData(1, new[] { 0, 0, 2.0, -4, 1, 0 })]
    [InlineData(2, new[] { 0, 0, 3.0, -4, 1, 0 })]
    [InlineData(3, new[] { 0, 0, 3.0, -4, 2, 0 })]
    // Selected, but not beyond the threshold: zero.
    [InlineData(5, new[] { 0, 0, 3.0, -4, 2, 0 })]
    [InlineData(99, new[] { 0, 0, 3.0, -4, 2, 0 })]
    public void The_largest_entries_beyond_the_threshold_pass_unshrunk(int count, double[] expected)
    {
        var v = torch.tensor(new[] { 0.5, -1, 3, -4, 2, 0 }).reshape(1, 6);
        var threshold = torch.tensor(1.0, dtype: torch.float64);
        Assert.Equal(expected, SupportSelection.Apply(v, threshold, count).data<double>().ToArray());
        Assert.Equal(expected, SupportSelection.Apply(v, threshold, torch.full(1, 1, count + 0.9, dtype: torch.float64)).data<double>().ToArray());
    }

    [Fact]
    public void By_the_other_rule_they_pass_below_the_threshold_too()
    {
        var v = torch.tensor(new[] { 0.5, -1, 3, -4, 2, 0.25 }).reshape(1, 6);
        Assert.Equal(new[] { 0.5, -1, 3, -4, 2, 0 }, SupportSelection.Apply(v, torch.tensor(1.0, dtype: torch.float64), 5, SelectionRule.All).data<double>().ToArray());
    }

    [Fact]
    public void All_that_tie_with_the_last_selected_are_selected()
    {
        var v = torch.tensor(new[] { 5.0, -3, 3, 2 }).reshape(1, 4);
        Assert.Equal(new[] { 5.0, -3, 3, 1 }, SupportSelection.Apply(v, torch.tensor(1.0, dtype: torch.float64), 2).data<double>().ToArray());
    }

    [Fact]
    public void Every_row_selects_as_many_as_it_is_told_to()
    {
        using var generator = new torch.Generator(4, torch.CPU);
        var v = torch.randn(4, 30, dtype: torch.float64, generator: generator);
        var threshold = torch.tensor(new[] { 0.1, 0.2, 0.3, 0.4 }).reshape(4, 1);
        // Below one, and not a number of anything: none.
        var counts = torch.tensor(new[] { -2.5, 0.99, 7, 100 }).reshape(4, 1);
        var rows = SupportSelection.Apply(v, threshold, counts);
        foreach (var (i, count) in new[] { 0, 0, 7, 30 }.Index())
            Assert.Equal(SupportSelection.Apply(v[i].unsqueeze(0), threshold[i], count).data<double>().ToArray(), rows[i].clone().data<double>().ToArray());
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        using var generator = new torch.Generator(6, torch.CPU);
        var v = torch.randn(2, 12, dtype: torch.float64, generator: generator);
        var weights = torch.randn(2, 12, dtype: torch.float64, generator: generator);
        var threshold = torch.tensor(0.3, dtype: torch.float64);
        foreach (var count in new[] { 0, 4 })
        {
            var ofPoint = GradientCheck.Of(x => (SupportSelection.Apply(x, threshold, count) * weights).sum(), v);
            Assert.True(ofPoint.Passed, ofPoint.ToString());
            var ofThreshold = GradientCheck.Of(t => (SupportSelection.Apply(v, t, count) * weights).sum(), threshold.reshape(1));
            Assert.True(ofThreshold.Passed, ofThreshold.ToString());
        }
    }
}
