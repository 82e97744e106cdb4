using System.Numerics;
using TorchSharp;
using Unfold.Measurements;

namespace Unfold.Plugins.Tests.Measurements;

/// <summary>Every fast operator against the matrix of its definition, in float64.</summary>
public sealed class DefinitionTests : IDisposable
{
    private const ulong Seed = 11;

    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public static TheoryData<int, int, int> Images => new() { { 1, 7, 5 }, { 1, 8, 8 }, { 3, 4, 6 }, { 1, 5, 1 } };

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(512)]
    public void The_fast_hadamard_transform_is_sylvesters_matrix(int length)
    {
        using var transform = new HadamardTransform(length);
        AssertEqual(HadamardMatrix(length), transform.Forward(torch.eye(length, dtype: torch.float64)).t());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(33)]
    public void The_fast_cosine_transform_is_its_matrix(int length)
    {
        using var transform = new CosineTransform(length);
        var identity = torch.eye(length, dtype: torch.float64);
        AssertEqual(CosineMatrix(length), transform.Forward(identity).t());
        AssertEqual(CosineMatrix(length).t(), transform.Inverse(identity).t());
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void The_cosine_transform_of_an_image_is_separable_and_keeps_channels_apart(int channels, int height, int width)
    {
        using var transform = ImageCosineTransform.Of(new SignalShape(channels, height, width));
        var expected = torch.kron(torch.eye(channels, dtype: torch.float64), torch.kron(CosineMatrix(height), CosineMatrix(width)));
        AssertEqual(expected, transform.Forward(torch.eye(transform.Length, dtype: torch.float64)).t());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_random_convolution_is_a_circulant_orthonormal_matrix(int length)
    {
        using var generator = new torch.Generator(Seed, torch.CPU);
        using var transform = CircularConvolution.Draw(length, generator);
        var matrix = transform.Forward(torch.eye(length, dtype: torch.float64)).t();
        var filter = matrix[.., 0].data<double>().ToArray();
        var circulant = Matrix(length, length, (i, j) => filter[(i - j + length) % length]);
        AssertEqual(circulant, matrix);
        AssertEqual(torch.eye(length, dtype: torch.float64), matrix.mm(matrix.t()));
        // Its phases are random: no shift.
        if (length > 4)
            Assert.True(Math.Abs(filter.Max()) < 0.9);
    }

    [Theory]
    [InlineData(35, true)]
    [InlineData(64, true)]
    [InlineData(33, false)]
    public void Hadamard_measurements_are_rows_of_the_padded_matrix_with_random_signs(int length, bool hasSigns)
    {
        using var drawn = new Hadamard(new() { Ratio = 0.4, RandomSigns = hasSigns }).Draw(new SignalShape(1, 1, length), Generator());
        var matrix = MatrixOf(drawn);
        var padded = (int)BitOperations.RoundUpToPowerOf2((uint)length);
        var generator = Generator();
        var rows = RandomSubset.Of((int)Math.Round(0.4 * length), padded, generator);
        var signs = hasSigns ? RandomSigns.Of([length], generator) : torch.ones(length, dtype: torch.float64);
        AssertEqual(HadamardMatrix(padded).index_select(0, rows).narrow(1, 0, length) * signs, matrix);
        if (hasSigns)
            Assert.Equal(0, signs.mean().item<double>(), 0.5);
    }

    [Fact]
    public void Cosine_measurements_are_rows_of_the_matrix()
    {
        using var drawn = new Dct(new() { Ratio = 0.4 }).Draw(new SignalShape(1, 7, 5), Generator());
        var rows = RandomSubset.Of(14, 35, Generator());
        AssertEqual(torch.kron(CosineMatrix(7), CosineMatrix(5)).index_select(0, rows), MatrixOf(drawn));
    }

    [Theory]
    [InlineData("dct")]
    [InlineData("dct-with-signs")]
    [InlineData("random-convolution")]
    [InlineData("mask")]
    [InlineData("hadamard")]
    [InlineData("gaussian-orthonormal-rows")]
    public void Rows_are_orthonormal(string kind)
    {
        using var drawn = DrawnOperator.Of(kind, new SignalShape(1, 8, 8));
        var matrix = MatrixOf(drawn);
        AssertEqual(torch.eye(drawn.MeasurementCount, dtype: torch.float64), matrix.mm(matrix.t()), kind == "gaussian-orthonormal-rows" ? 1e-6 : 1e-12);
        Assert.Equal(1, drawn.Norm, 1e-6);
    }

    [Fact]
    public void A_mask_sees_pixels_in_their_order_and_the_same_in_every_channel()
    {
        using var drawn = new PixelMask(new() { Ratio = 0.25 }).Draw(new SignalShape(3, 4, 6), Generator());
        var places = drawn.Apply(torch.arange(72, dtype: torch.float32).unsqueeze(0)).data<float>().Select(v => (int)v).ToArray();
        Assert.Equal(18, places.Length);
        Assert.Equal(places.Order(), places);
        Assert.Equal(18, places.Distinct().Count());
        Assert.Equal(places[..6].Select(p => p + 24), places[6..12]);
        Assert.Equal(places[..6].Select(p => p + 48), places[12..]);
    }

    [Fact]
    public void Block_wise_measurements_are_one_matrix_on_every_block()
    {
        var shape = new SignalShape(2, 4, 6);
        using var drawn = new BlockWise(new() { Size = 2, Measurement = new Gaussian(new() { Ratio = 0.5 }) }).Draw(shape, Generator());
        using var block = new Gaussian(new() { Ratio = 0.5 }).Draw(new SignalShape(1, 2, 2), Generator());
        var small = block.Dense!.to(torch.float64);
        // Row b·m_B + i has entry (i, 2r + s) of the block's matrix at pixel (r, s) of block b.
        var entries = small.data<double>().ToArray();
        var expected = Matrix(24, 48, (row, column) =>
        {
            var (channel, y, x) = (column / 24, column % 24 / 6, column % 6);
            var owner = (channel * 6) + (y / 2 * 3) + (x / 2);
            return row / 2 == owner ? entries[(row % 2 * 4) + (y % 2 * 2) + (x % 2)] : 0;
        });
        Assert.Equal(24, drawn.MeasurementCount);
        AssertEqual(expected, MatrixOf(drawn));
        Assert.Equal(block.Norm, drawn.Norm);
    }

    private torch.Generator Generator() => new(Seed, torch.CPU);

    private static torch.Tensor MatrixOf(MeasurementOperator drawn) => drawn.Apply(torch.eye(drawn.SignalLength, dtype: torch.float64)).t();

    private static torch.Tensor HadamardMatrix(int size) => Matrix(size, size, (i, j) => (BitOperations.PopCount((uint)(i & j)) % 2 == 0 ? 1 : -1) / Math.Sqrt(size));

    private static torch.Tensor CosineMatrix(int size) =>
        Matrix(size, size, (k, j) => Math.Sqrt((k == 0 ? 1.0 : 2.0) / size) * Math.Cos(Math.PI * ((2 * j) + 1) * k / (2.0 * size)));

    private static torch.Tensor Matrix(int rows, int columns, Func<int, int, double> entry)
    {
        var entries = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                entries[i, j] = entry(i, j);
        }

        return torch.tensor(entries);
    }

    private static void AssertEqual(torch.Tensor expected, torch.Tensor actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().item<double>(), 0, tolerance);
    }
}
