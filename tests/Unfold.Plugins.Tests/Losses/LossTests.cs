using TorchSharp;
using Unfold.Losses;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Losses;

public class LossTests
{
    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        using var point = torch.tensor(new[] { -9.5, -3, -0.7, -1e-2, 0.3, 1.7, 6, 12 });
        Assert.All(
            new Func<torch.Tensor, torch.Tensor>[] { r => LogCosh.Of(r).mean(), r => Huber.Of(r, 1).mean(), r => Huber.Of(r, 2.5).mean() },
            loss =>
            {
                var check = GradientCheck.Of(loss, point);
                Assert.True(check.Passed, check.Message);
            });
    }

    [Theory]
    [InlineData(1e-3f)]
    [InlineData(0.1f)]
    [InlineData(7.9f)]
    [InlineData(20f)]
    public void Log_cosh_is_accurate_in_single_precision(float residual)
    {
        using var r = torch.tensor(new[] { residual });
        // log cosh r = r²/2 − r⁴/12 + … near zero, where log(cosh r) in float64 has lost half its digits.
        var exact = residual < 0.01f ? (residual * (double)residual / 2) - (Math.Pow(residual, 4) / 12) : Math.Log(Math.Cosh(residual));
        Assert.Equal(exact, LogCosh.Of(r).item<float>(), 2e-6 * exact);
    }

    [Fact]
    public void Losses_and_gradients_stay_finite_up_to_1e30()
    {
        using var r = torch.tensor(new[] { -1e30f, -1e4f, 0, 1e-20f, 1e30f }).requires_grad_(true);
        (LogCosh.Of(r).sum() + Huber.Of(r, 1).sum()).backward();
        Assert.True(r.grad!.isfinite().all().item<bool>());
        Assert.True(LogCosh.Of(r).isfinite().all().item<bool>());
        Assert.True(Huber.Of(r, 1).isfinite().all().item<bool>());
    }

    [Fact]
    public void Log_cosh_has_second_derivative_one_at_zero()
    {
        using var r = torch.tensor(new[] { 0.0 }).requires_grad_(true);
        var first = torch.autograd.grad([LogCosh.Of(r).sum()], [r], retain_graph: true, create_graph: true)[0];
        var second = torch.autograd.grad([first.sum()], [r])[0];
        Assert.Equal(1, second.item<double>(), 1e-9);
    }
}
