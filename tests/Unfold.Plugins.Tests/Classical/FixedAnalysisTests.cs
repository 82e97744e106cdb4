using TorchSharp;
using Unfold.Classical;

namespace Unfold.Plugins.Tests.Classical;

public sealed class FixedAnalysisTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(AnalysisTransform.Identity)]
    [InlineData(AnalysisTransform.Differences)]
    [InlineData(AnalysisTransform.Dct)]
    [InlineData(AnalysisTransform.Haar)]
    public void It_has_its_adjoint_and_its_norm(AnalysisTransform transform)
    {
        var shape = new SignalShape(2, 4, 6);
        var matrix = Matrix(transform, shape);
        var coefficients = torch.randn(3, matrix.shape[0], dtype: torch.float64);
        Assert.True(torch.allclose(torch.mm(coefficients, matrix), Build(transform, shape).Adjoint(coefficients)));
        Assert.Equal(torch.linalg.svdvals(matrix)[0].square().item<double>(), Build(transform, shape).NormSquared, 1e-9);
    }

    [Theory]
    [InlineData(AnalysisTransform.Dct)]
    [InlineData(AnalysisTransform.Haar)]
    public void Transforms_are_orthonormal(AnalysisTransform transform)
    {
        var shape = new SignalShape(1, 7, 12);
        var matrix = Matrix(transform, shape);
        Assert.True(torch.allclose(torch.eye(shape.Length, dtype: torch.float64), torch.mm(matrix, matrix.t())));
    }

    [Fact]
    public void The_haar_transform_takes_sums_and_differences_of_pairs()
    {
        var half = Math.Sqrt(0.5);
        var expected = torch.tensor(new[,] { { 0.5, 0.5, 0.5, 0.5 }, { 0.5, 0.5, -0.5, -0.5 }, { half, -half, 0, 0 }, { 0, 0, half, -half } });
        Assert.True(torch.allclose(expected, OrthonormalBasis.Haar(4)));
        // 6 = 2·3: one level.
        Assert.True(torch.allclose(torch.tensor(new[] { half, half, 0, 0, 0, 0 }), OrthonormalBasis.Haar(6)[0]));
    }

    [Fact]
    public void The_cosine_transform_takes_a_wave_to_one_coefficient()
    {
        var wave = torch.tensor(Enumerable.Range(0, 8).Select(i => Math.Cos(Math.PI * ((2 * i) + 1) * 3 / 16)).ToArray());
        var coefficients = torch.mv(OrthonormalBasis.Dct(8), wave);
        Assert.Equal(2, coefficients[3].item<double>(), 1e-12);
        Assert.Equal(2, coefficients.abs().sum().item<double>(), 1e-12);
    }

    private static FixedAnalysis Build(AnalysisTransform transform, SignalShape shape) =>
        FixedAnalysis.Of(transform, new Problem(shape, new DenseOperator(torch.eye(shape.Length, dtype: torch.float64)), NoiseLevel.None, new PixelScale(0, 1, 0, 1), torch.CPU));

    private static torch.Tensor Matrix(AnalysisTransform transform, SignalShape shape) => Build(transform, shape).Apply(torch.eye(shape.Length, dtype: torch.float64)).t();
}
