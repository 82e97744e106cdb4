using System.ComponentModel.DataAnnotations;
using TorchSharp;
using Unfold.Measurements;

namespace Unfold.Plugins.Tests.Measurements;

public sealed class GaussianEnsembleTests : IDisposable
{
    private static readonly SignalShape Shape = new(1, 10, 10);

    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Without_options_a_matrix_is_bit_for_bit_what_it_always_was()
    {
        using var generator = new torch.Generator(9, torch.CPU);
        var expected = torch.randn(25, 100, generator: generator) / Math.Sqrt(25);
        Assert.True(expected.Equals(MatrixOf(new GaussianOptions())));
        Assert.True(expected.Equals(MatrixOf(new GaussianOptions { Ensemble = GaussianEnsemble.Independent })));
    }

    [Fact]
    public void Unit_columns_are_those_of_the_raw_matrix()
    {
        var (raw, unit) = (MatrixOf(new GaussianOptions()), MatrixOf(new GaussianOptions { Ensemble = GaussianEnsemble.UnitColumns }));
        Assert.All(unit.square().sum(dim: 0).data<float>().ToArray(), norm => Assert.Equal(1, norm, 1e-6));
        Assert.True((raw / raw.square().sum(dim: 0).sqrt()).allclose(unit, 1e-5, 1e-6));
    }

    [Fact]
    public void Orthonormal_rows_span_what_the_raw_rows_span()
    {
        var (raw, frame) = (MatrixOf(new GaussianOptions()), MatrixOf(new GaussianOptions { Ensemble = GaussianEnsemble.OrthonormalRows }));
        Assert.True(frame.mm(frame.t()).allclose(torch.eye(25), 1e-5, 1e-6));
        Assert.True(raw.mm(frame.t()).mm(frame).allclose(raw, 1e-4, 1e-5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(1000)]
    public void A_condition_number_spaces_the_singular_values_logarithmically(double condition)
    {
        var values = torch.linalg.svdvals(MatrixOf(new GaussianOptions { Condition = condition }).to(torch.float64)).data<double>().ToArray();
        Assert.Equal(25, values.Length);
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(Math.Pow(condition, -i / 24.0), values[i], 1e-6);
    }

    [Fact]
    public void A_condition_number_and_another_ensemble_contradict_each_other()
    {
        Assert.Single(Mistakes(new GaussianOptions { Condition = 5, Ensemble = GaussianEnsemble.UnitColumns }));
        Assert.Empty(Mistakes(new GaussianOptions { Condition = 5 }));
        Assert.Empty(Mistakes(new GaussianOptions { Ensemble = GaussianEnsemble.UnitColumns }));
    }

    [Fact]
    public void Bernoulli_entries_are_signs_over_the_root_of_m()
    {
        using var generator = new torch.Generator(9, torch.CPU);
        using var drawn = new Bernoulli(new()).Draw(new SignalShape(1, 40, 40), generator);
        var scaled = drawn.Dense! * Math.Sqrt(drawn.MeasurementCount);
        Assert.True(scaled.abs().allclose(torch.ones(1), 1e-6));
        Assert.Equal(0, scaled.mean().item<float>(), 0.01);
    }

    private static IEnumerable<ValidationResult> Mistakes(GaussianOptions options) => options.Validate(new ValidationContext(options));

    private static torch.Tensor MatrixOf(GaussianOptions options)
    {
        using var generator = new torch.Generator(9, torch.CPU);
        return new Gaussian(options).Draw(Shape, generator).Dense!;
    }
}
