using TorchSharp;
using Unfold.Measurements;

namespace Unfold.Plugins.Tests.Measurements;

/// <summary>Every kind of measurement on odd, even, one-dimensional and coloured signals: a case for every test of operators.</summary>
internal static class DrawnOperator
{
    private const double Ratio = 0.4;

    private static readonly Dictionary<string, Func<IMeasurement>> Kinds = new(StringComparer.Ordinal)
    {
        ["gaussian"] = () => new Gaussian(new() { Ratio = Ratio }),
        ["gaussian-unit-columns"] = () => new Gaussian(new() { Ratio = Ratio, Ensemble = GaussianEnsemble.UnitColumns }),
        ["gaussian-orthonormal-rows"] = () => new Gaussian(new() { Ratio = Ratio, Ensemble = GaussianEnsemble.OrthonormalRows }),
        ["gaussian-condition"] = () => new Gaussian(new() { Ratio = Ratio, Condition = 50 }),
        ["bernoulli"] = () => new Bernoulli(new() { Ratio = Ratio }),
        ["hadamard"] = () => new Hadamard(new() { Ratio = Ratio }),
        ["hadamard-without-signs"] = () => new Hadamard(new() { Ratio = Ratio, RandomSigns = false }),
        ["dct"] = () => new Dct(new() { Ratio = Ratio }),
        ["dct-with-signs"] = () => new Dct(new() { Ratio = Ratio, RandomSigns = true }),
        ["random-convolution"] = () => new RandomConvolution(new() { Ratio = Ratio }),
        ["mask"] = () => new PixelMask(new() { Ratio = Ratio }),
        ["block-wise-gaussian"] = () => new BlockWise(new() { Size = 2, Measurement = new Gaussian(new() { Ratio = Ratio }) }),
        ["block-wise-dct"] = () => new BlockWise(new() { Size = 2, Measurement = new Dct(new() { Ratio = Ratio }) }),
    };

    private static readonly SignalShape[] Shapes = [new(1, 7, 5), new(1, 8, 8), new(1, 1, 33), new(1, 1, 16), new(3, 4, 6), new(1, 1, 1)];

    public static TheoryData<string, int, int, int> All
    {
        get
        {
            var cases = new TheoryData<string, int, int, int>();
            foreach (var (kind, shape) in Kinds.Keys.SelectMany(kind => Shapes.Select(shape => (kind, shape))).Where(c => Takes(c.kind, c.shape)))
                cases.Add(kind, shape.Channels, shape.Height, shape.Width);
            return cases;
        }
    }

    public static MeasurementOperator Of(string kind, SignalShape shape, ulong seed = 4)
    {
        using var generator = new torch.Generator(seed, torch.CPU);
        return Kinds[kind]().Draw(shape, generator);
    }

    private static bool Takes(string kind, SignalShape shape) =>
        !kind.StartsWith("block-wise", StringComparison.Ordinal) || (shape.Height % 2 == 0 && shape.Width % 2 == 0);
}
