using TorchSharp;

namespace Unfold.Plugins.Tests.Measurements;

public sealed class OperatorNormTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(8, torch.CPU);

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(7, 1)]
    [InlineData(60, 200)]
    [InlineData(200, 60)]
    public void It_is_the_largest_singular_value(int rows, int columns) => AssertExact(Gaussian(rows, columns));

    [Fact]
    public void It_is_exact_where_the_largest_singular_values_lie_close_together()
    {
        var (left, _, right) = torch.linalg.svd(Gaussian(120, 150), fullMatrices: false);
        AssertExact((left * torch.linspace(1, 1.001, 120, dtype: torch.float64)).mm(right));
        AssertExact(left.mm(right) * 7);
        AssertExact((left * torch.logspace(-12, 3, 120, dtype: torch.float64)).mm(right));
    }

    [Fact]
    public void An_operator_without_any_entry_has_norm_zero()
    {
        using var zero = new DenseOperator(torch.zeros(3, 5, dtype: torch.float64));
        Assert.Equal(0, OperatorNorm.Of(zero));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var measurement = new DenseOperator(Gaussian(30, 40));
        OperatorNorm.Of(measurement);
        var before = torch.Tensor.TotalCount;
        OperatorNorm.Of(measurement);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private torch.Tensor Gaussian(int rows, int columns) => torch.randn(rows, columns, dtype: torch.float64, generator: _generator);

    private static void AssertExact(torch.Tensor matrix)
    {
        using var measurement = new DenseOperator(matrix.clone());
        var exact = torch.linalg.svdvals(matrix)[0].item<double>();
        Assert.Equal(1, OperatorNorm.Of(measurement) / exact, 1e-8);
    }
}
