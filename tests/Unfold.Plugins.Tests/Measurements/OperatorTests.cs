using TorchSharp;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Measurements;

public sealed class OperatorTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(3, torch.CPU);

    public static TheoryData<string, int, int, int> Cases => DrawnOperator.All;

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_operator_has_its_adjoint_norm_and_matrix(string kind, int channels, int height, int width)
    {
        using var drawn = DrawnOperator.Of(kind, new SignalShape(channels, height, width));
        Assert.Equal(channels * height * width, drawn.SignalLength);
        Assert.All(
            [OperatorChecks.Adjointness(drawn, _generator), OperatorChecks.Norm(drawn), OperatorChecks.DenseAgrees(drawn)],
            check => Assert.True(check.Passed, check.ToString()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Double_rows_give_double_rows_with_the_same_numbers(string kind, int channels, int height, int width)
    {
        using var drawn = DrawnOperator.Of(kind, new SignalShape(channels, height, width));
        var x = torch.randn(3, drawn.SignalLength, dtype: torch.float64, generator: _generator);
        var y = torch.randn(3, drawn.MeasurementCount, dtype: torch.float64, generator: _generator);
        var (image, back) = (drawn.Apply(x), drawn.Adjoint(y));
        Assert.Equal((torch.float64, torch.float64), (image.dtype, back.dtype));
        Assert.Equal(0, ((image * y).sum() - (x * back).sum()).item<double>(), 1e-12);
        var (single, singleBack) = (drawn.Apply(x.to(torch.float32)), drawn.Adjoint(y.to(torch.float32)));
        Assert.Equal((torch.float32, torch.float32), (single.dtype, singleBack.dtype));
        Assert.True(single.to(torch.float64).allclose(image, 1e-5, 1e-5));
        Assert.True(singleBack.to(torch.float64).allclose(back, 1e-5, 1e-5));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_flow_through_both_ways(string kind, int channels, int height, int width)
    {
        using var drawn = DrawnOperator.Of(kind, new SignalShape(channels, height, width));
        var x = torch.randn(1, drawn.SignalLength, dtype: torch.float64, generator: _generator);
        var y = torch.randn(1, drawn.MeasurementCount, dtype: torch.float64, generator: _generator);
        var check = GradientCheck.Of(at => drawn.Adjoint(torch.tanh(drawn.Apply(at) - y)).square().sum(), x, tolerance: 1e-5);
        Assert.True(check.Passed, check.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_generator_gives_one_operator_and_a_moved_one_is_the_same(string kind, int channels, int height, int width)
    {
        var shape = new SignalShape(channels, height, width);
        using var first = DrawnOperator.Of(kind, shape);
        using var again = DrawnOperator.Of(kind, shape);
        using var other = DrawnOperator.Of(kind, shape, seed: 5);
        var moved = again.To(torch.CPU);
        again.Dispose();
        Assert.True(Numbers(first).Equals(Numbers(moved)));
        Assert.Equal(first.Norm, moved.Norm);
        if (shape.Length > 1)
            Assert.False(Numbers(first).Equals(Numbers(other)));
        moved.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_that_an_operator_keeps_is_freed_with_the_scope_that_it_was_drawn_in(string kind, int channels, int height, int width)
    {
        MeasurementOperator drawn;
        using (torch.NewDisposeScope())
            drawn = DrawnOperator.Of(kind, new SignalShape(channels, height, width)).To(torch.CPU);
        Assert.Equal([2, drawn.MeasurementCount], drawn.Apply(torch.ones(2, drawn.SignalLength)).shape);
        Assert.Equal([2, drawn.SignalLength], drawn.Adjoint(torch.ones(2, drawn.MeasurementCount)).shape);
        drawn.Dispose();
    }

    private static torch.Tensor Numbers(MeasurementOperator drawn) => drawn.Apply(torch.eye(drawn.SignalLength));
}
