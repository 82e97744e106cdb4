using TorchSharp;
using Unfold.Testing;

namespace PluginNamespace.Tests;

public class PluginClassLossTests
{
    // As 'unfold plugins check Plugin-Name' does, with the default options.
    [Fact]
    public void It_keeps_what_the_contract_promises() =>
        Assert.All(ConformanceSuite.Of(() => new PluginClassLoss(new())), check => Assert.False(check.Failed, check.ToString()));

    [Fact]
    public void It_is_quadratic_near_zero_and_linear_far_from_it()
    {
        using var scope = torch.NewDisposeScope();
        double At(double residual, double epsilon) => PluginClassLoss.Of(torch.tensor(new[] { residual }), epsilon).item<double>();

        Assert.Equal(0, At(0, 0.1), 1e-15);
        Assert.Equal(1e-6 / 2, At(1e-3, 1), 1e-12);
        Assert.Equal(1000 - 0.1, At(1000, 0.1), 1e-4);
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        using var point = torch.tensor(new[] { -3, -0.2, 0, 0.01, 1.7 });

        var check = GradientCheck.Of(residual => PluginClassLoss.Of(residual, 0.1), point);

        Assert.True(check.Passed, check.ToString());
    }
}
