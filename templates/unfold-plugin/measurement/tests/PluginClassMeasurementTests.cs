using TorchSharp;
using Unfold;
using Unfold.Testing;

namespace PluginNamespace.Tests;

public class PluginClassMeasurementTests
{
    // As 'unfold plugins check Plugin-Name' does, with the default options.
    [Fact]
    public void It_keeps_what_the_contract_promises() =>
        Assert.All(ConformanceSuite.Of(() => new PluginClassMeasurement(new())), check => Assert.False(check.Failed, check.ToString()));

    [Fact]
    public void The_operator_has_its_adjoint_norm_and_matrix()
    {
        using var generator = new torch.Generator(3, torch.CPU);
        using var drawn = new PluginClassMeasurement(new() { Ratio = 0.3 }).Draw(new SignalShape(1, 7, 9), generator);

        Assert.Equal(19, drawn.MeasurementCount);
        Assert.All(
            [OperatorChecks.Adjointness(drawn, generator), OperatorChecks.Norm(drawn), OperatorChecks.DenseAgrees(drawn)],
            check => Assert.True(check.Passed, check.ToString()));
    }

    [Fact]
    public void Entries_are_plus_or_minus_one_over_the_root_of_m_as_often()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(5, torch.CPU);
        using var drawn = new PluginClassMeasurement(new()).Draw(new SignalShape(1, 28, 28), generator);
        var scaled = drawn.Dense! * Math.Sqrt(drawn.MeasurementCount);

        Assert.Equal(0, (scaled.abs() - 1).abs().max().item<float>(), 1e-6);
        Assert.Equal(0, scaled.mean().item<float>(), 0.02);
    }
}
