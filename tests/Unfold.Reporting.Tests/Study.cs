using Newtonsoft.Json.Linq;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Reporting.Tests;

/// <summary>A whole study as run folders would tell it: two variants over layers, a baseline, six seeds, images, robustness and stability.</summary>
internal static class Study
{
    public const string Name = "paper/mnist-layers";
    public const string Description = "Does a warm start lower the test error of an unfolding network at every number of layers?";

    public static Expectations Expect { get; } = ExpectReader.Parse("""
        {
          "claims": [
            { "claim": "c-dec.test.mse < deconet.test.mse", "says": "C-DEC has a lower test error than DECONET for every number of layers" },
            { "claim": "c-dec[layers=20].test.mse < deconet[layers=20].test.mse", "says": "C-DEC with 20 layers is better than what it is compared with" },
            { "claim": "c-dec[layers=20].test.mse < lmmse.test.mse", "says": "C-DEC with 20 layers is better than what it is compared with" },
            { "claim": "c-dec.generalization.gap < deconet.generalization.gap", "says": "C-DEC has a lower generalization gap than DECONET" },
            "lmmse.test.mse < deconet.test.mse"
          ]
        }
        """);

    public static IReadOnlyList<StoredRun> Runs(int seeds = 6) =>
    [
        .. Enumerable.Range(0, seeds).Select(s => Run("lmmse", null, 0.0052, s)),
        .. new[] { 5, 10, 15, 20 }.SelectMany(l => Enumerable.Range(0, seeds).Select(s => Run("deconet", l, 0.093 - (0.0012 * l), s))),
        .. new[] { 5, 10, 15, 20 }.SelectMany(l => Enumerable.Range(0, seeds).Select(s => Run("c-dec", l, 0.072 - (0.0016 * l), s))),
    ];

    private static StoredRun Run(string variant, int? layers, double mse, int seed)
    {
        // Made up, and always the same.
        var random = new Random((variant.Length * 1000) + (100 * (layers ?? 0)) + seed);
        var value = mse * (1 + (0.06 * (random.NextDouble() - 0.5)));
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            [MetricNames.UntrainedTestMse] = layers is null ? value : 0.14,
            [MetricNames.TestMse] = value,
            [MetricNames.TestPsnr] = -10 * Math.Log10(value),
            [MetricNames.TestPsnrOfMse] = (-10 * Math.Log10(value)) - 0.3,
            [MetricNames.UntrainedTestPsnr] = -10 * Math.Log10(layers is null ? value : 0.14),
            [MetricNames.InferenceMegabytes] = (layers is null ? 5 : 24) + (0.1 * seed),
            [MetricNames.TestNmseDb] = (10 * Math.Log10(value)) + 10.1,
            [MetricNames.TestSsim] = 1 - (6 * value),
            [MetricNames.GeneralizationGap] = 0.0006 + (0.0004 * (random.NextDouble() - 0.5)),
            [MetricNames.ParametersCount] = layers is null ? 0 : 2_458_624,
            [MetricNames.TrainSeconds] = layers is null ? 0 : (variant == "c-dec" ? 5 : 1) * 0.9 * layers.Value,
            [MetricNames.InferenceMilliseconds] = (layers ?? 1) * (variant == "c-dec" ? 0.05 : 0.01),
            ["test.loss.mse"] = value * 10,
            ["test.loss.log-cosh"] = value * 4.6,
            ["train.loss.mse"] = value * 9.9,
            ["train.loss.log-cosh"] = value * 4.5,
            ["generalization.gap.mse"] = value * 0.1,
            ["generalization.gap.log-cosh"] = value * 0.1,
            ["robustness.sigma=0.01.psnr"] = (-10 * Math.Log10(value)) - 0.4,
            ["robustness.outliers.psnr"] = (-10 * Math.Log10(value)) - 3.1,
            ["stability.curve_roughness"] = 0.02 + (0.01 * random.NextDouble()),
            ["stability.gradient_norm.mean"] = 0.4 + random.NextDouble(),
            ["stability.gradient_norm.max"] = 4 + random.NextDouble(),
            ["stability.best_epoch"] = 5,
        };
        var run = new StoredRun(
            "/runs/x",
            new RunResult
            {
                Experiment = Name,
                Variant = variant,
                Cell = layers is null ? null : $"{variant}[layers={layers}]",
                Axes = layers is null ? new(StringComparer.Ordinal) : new(StringComparer.Ordinal) { ["architecture.layers"] = JToken.FromObject(layers) },
                Seed = seed,
                SpecSha256 = new string((char)('a' + seed), 64),
                Status = RunStatus.Completed,
                Metrics = metrics,
                Conventions = new(StringComparer.Ordinal) { ["psnr"] = "mean of per-image PSNR, peak 1, capped at 48 dB", ["mse"] = "pixel units in [0, 1], estimates clipped to the range of the dataset" },
                Notes = variant == "c-dec" ? ["the start of every continuation step is detached"] : [],
            },
            layers is null ? [] : [.. Enumerable.Range(0, 6).Select(e => Epoch(e, (0.14 - value) * Math.Exp(-e), value, random))],
            Environment,
            Images(value, seed))
        {
            TestImages = new ImageFigures([.. Enumerable.Range(0, 64).Select(i => value * (0.5 + (i / 63.0)))], [.. Enumerable.Range(0, 64).Select(i => 10 + (i / 10.0))], []),
        };
        return layers == 20 && seed == 0 ? Specimen.Read(run, Around(value)) : run;
    }

    private static RunEnvironment Environment { get; } = new()
    {
        Unfold = "0.1.0",
        Commit = "0123456789ab",
        System = "Debian GNU/Linux 12",
        Processor = "A processor",
        Cores = 2,
        Threads = 2,
        DotNet = ".NET 10.0.1",
        TorchSharp = "0.107.0",
        LibTorch = "2.10.0",
        Device = "cpu",
        DatasetSha256 = new string('f', 64),
        DatasetLicence = "CC BY-SA 3.0",
        Plugins = [new PluginRecord("Deconet", "0.1.0", "/x/Deconet.dll", new string('e', 64))],
    };

    private static MetricRecord Epoch(int epoch, double above, double mse, Random random) =>
        new(epoch * 10, epoch, new(StringComparer.Ordinal) { [MetricNames.ValidationMse] = (mse + above) * (1 + (0.05 * random.NextDouble())) });

    private static LossLandscape Around(double mse)
    {
        double[] offsets = [-1, -0.5, 0, 0.5, 1];
        var surface = new LandscapeSurface("test", "mse", [.. offsets.Select(a => (IReadOnlyList<double>)[.. offsets.Select(b => mse * (1 + (2 * a * a) + (b * b) + (0.3 * a * b)))])], 0.01);
        return new LossLandscape { Request = new LandscapeRequest("", 2, 5, 1, 0, 256, 1024, 2), Seed = 0, Offsets = offsets, DirectionCosine = 0.01, Surfaces = [surface], HessianEigenvalues = [4, 2] };
    }

    // Rings, whose reconstructions are noisier the larger the error.
    private static ReconstructionSamples Images(double mse, int seed)
    {
        var random = new Random(seed);
        byte[][] truth = [.. Enumerable.Range(0, 8).Select(k => Pixels((x, y) => Math.Abs(Math.Sqrt(((x - 14) * (x - 14)) + ((y - 14) * (y - 14))) - 4 - k) < 2 ? 1 : 0))];
        byte[][] estimate = [.. truth.Select(t => t.Select(p => (byte)Math.Clamp(p + (510 * Math.Sqrt(mse) * (random.NextDouble() - 0.5)), 0, 255)).ToArray())];
        return new ReconstructionSamples(1, 28, 28, [.. Enumerable.Range(0, 8).Select(i => i * 128L)], truth, estimate, [.. Enumerable.Repeat(-10 * Math.Log10(mse), 8)]);
    }

    private static byte[] Pixels(Func<int, int, double> value) => [.. Enumerable.Range(0, 28 * 28).Select(i => (byte)(255 * value(i % 28, i / 28)))];
}
