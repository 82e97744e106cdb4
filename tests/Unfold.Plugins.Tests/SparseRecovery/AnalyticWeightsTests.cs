using TorchSharp;
using Unfold.SparseRecovery;

namespace Unfold.Plugins.Tests.SparseRecovery;

public sealed class AnalyticWeightsTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void They_are_less_coherent_with_the_operator_than_its_own_columns()
    {
        using var problem = new SparseProblem(1);
        var a = problem.Matrix;
        var weights = AnalyticWeights.Of(a);
        var products = weights.Matrix().t().mm(a);
        var identity = torch.eye(500, dtype: torch.float64);
        Assert.Equal(0, (products.diagonal() - 1).abs().max().item<double>(), 1e-12);
        // ‖WᵀA − I‖_F² hardly depends on the draw: 502.1, and 993.3 for W = A.
        Assert.Equal(502, (products - identity).square().sum().item<double>(), 3.0);
        Assert.Equal(995, (a.t().mm(a) - identity).square().sum().item<double>(), 15.0);
        var coherence = weights.Coherence(a).item<double>();
        Assert.Equal((products - identity).abs().max().item<double>(), coherence, 1e-12);
        Assert.InRange(coherence, 0.2, 0.25);
        Assert.InRange((a.t().mm(a) - identity).abs().max().item<double>(), coherence, 0.35);
    }

    [Fact]
    public void No_other_weights_with_that_diagonal_are_better()
    {
        using var problem = new SparseProblem(2, measurements: 6, length: 10);
        var a = problem.Matrix;
        var w = AnalyticWeights.Of(a).Matrix();
        var best = w.t().mm(a).square().sum().item<double>();
        using var generator = new torch.Generator(3, torch.CPU);
        for (var trial = 0; trial < 50; trial++)
        {
            // Moves along which no wᵢᵀaᵢ changes: the columns of A have unit norm.
            var move = torch.randn(6, 10, dtype: torch.float64, generator: generator) * 0.1;
            move = move - (a * (a * move).sum(dim: 0, keepdim: true));
            Assert.True(best < (w + move).t().mm(a).square().sum().item<double>());
        }
    }

    [Fact]
    public void Dependent_rows_and_a_column_of_zeros_are_no_harm()
    {
        using var problem = new SparseProblem(4, measurements: 5, length: 9);
        var a = torch.cat([problem.Matrix, problem.Matrix.narrow(0, 0, 1) * 2], 0);
        a.select(1, 3).zero_();
        var products = AnalyticWeights.Of(a).Matrix().t().mm(a);
        var expected = torch.ones(9, dtype: torch.float64);
        expected[3] = 0;
        Assert.True(torch.allclose(expected, products.diagonal(), atol: 1e-10));
        Assert.True(products.isfinite().all().item<bool>());
    }
}
