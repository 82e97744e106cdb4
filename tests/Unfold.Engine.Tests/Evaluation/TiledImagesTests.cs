using TorchSharp;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Runs;
using Unfold.Measurements;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Images cut into blocks of 5×5 are judged whole: figures against those computed by hand on the images.</summary>
public sealed class TiledImagesTests : IDisposable
{
    private const int Side = 5;

    // Odd sizes; two are alike, one is a whole number of blocks, and smaller than the window of an SSIM.
    private static readonly (int Height, int Width)[] Sizes = [(13, 17), (5, 10), (12, 11), (12, 11)];

    private readonly TemporaryFolder _folder = new();

    public TiledImagesTests() => HookedSignals.Loading = _ => Signals();

    public void Dispose()
    {
        HookedSignals.Loading = null;
        _folder.Dispose();
    }

    [Fact]
    public void Figures_are_those_of_the_whole_images_without_what_they_were_padded_with()
    {
        var outcome = Run(start: 0.4);
        var metrics = outcome.Result.Metrics;
        var images = Sizes.Select((_, i) => Pixels(i)).ToList();
        var mse = images.Select(p => p.Average(v => Math.Pow(v - 0.4, 2))).ToList();
        Assert.Equal(mse.Average(), metrics[MetricNames.TestMse], 1e-6);
        Assert.Equal(mse.Average(m => -10 * Math.Log10(m)), metrics[MetricNames.TestPsnr], 1e-4);
        Assert.Equal(-10 * Math.Log10(mse.Average()), metrics[MetricNames.TestPsnrOfMse], 1e-4);
        var (error, energy) = (images.Sum(p => p.Sum(v => Math.Pow(v - 0.4, 2))), images.Sum(p => p.Sum(v => (double)v * v)));
        Assert.Equal(10 * Math.Log10(error / energy), metrics[MetricNames.TestNmseDb], 1e-4);
        // Losses are those of blocks, zeros at the edges and all.
        Assert.Equal(Blocks().Average(b => Math.Pow(b - 0.4, 2)), metrics[MetricNames.TestLoss], 1e-6);
        Assert.Contains("4 test images put together from blocks of 5×5", outcome.Result.Conventions["images"], StringComparison.Ordinal);
    }

    [Fact]
    public void Ssim_is_that_of_the_whole_image()
    {
        using var scope = torch.NewDisposeScope();
        var figures = ImageFiguresFile.Read(Path.Combine(Run(start: 0.4).Folder, RunFiles.TestImages));
        var expected = Sizes.Select((size, i) =>
        {
            var truth = torch.tensor(Pixels(i), 1, size.Height * size.Width);
            return ImageMetrics.Ssim(torch.full_like(truth, 0.4), truth, new SignalShape(1, size.Height, size.Width))?.item<double>();
        }).OfType<double>().ToList();
        Assert.Equal(3, expected.Count);
        Assert.All(expected.Zip(figures.Ssim), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Every_image_has_its_figures_in_the_order_of_the_list_whatever_the_batch()
    {
        var figures = ImageFiguresFile.Read(Path.Combine(Run(start: 0.4, batch: 3).Folder, RunFiles.TestImages));
        Assert.Equal(4, figures.Mse.Count);
        for (var i = 0; i < Sizes.Length; i++)
            Assert.Equal(Pixels(i).Average(v => Math.Pow(v - 0.4, 2)), figures.Mse[i], 1e-6);
    }

    [Fact]
    public void The_pictures_are_whole_images_of_the_most_frequent_size_with_their_names()
    {
        var samples = ResultsJson.ReadFile<ReconstructionSamples>(Path.Combine(Run(start: 0.4, batch: 3).Folder, RunFiles.Images));
        Assert.Equal((1, 12, 11), (samples.Channels, samples.Height, samples.Width));
        Assert.Equal([2, 3], samples.Indices);
        Assert.Equal(["image 2", "image 3"], samples.Names);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(Pixels(i + 2).Select(p => (byte)Math.Round(p * 255)), samples.Truth[i]);
            Assert.All(samples.Estimate[i], pixel => Assert.Equal(102, pixel));
            Assert.Equal(-10 * Math.Log10(Pixels(i + 2).Average(v => Math.Pow(v - 0.4, 2))), samples.Psnr[i], 1e-4);
        }
    }

    [Fact]
    public void Validation_images_are_judged_whole_too()
    {
        var signals = Signals();
        HookedSignals.Loading = _ => signals with { Validation = signals.Test.clone(), ValidationImages = signals.TestImages };
        var metrics = Run(start: 0.4).Result.Metrics;
        Assert.Equal(metrics[MetricNames.TestMse], metrics[MetricNames.ValidationMse], 1e-9);
        Assert.Equal(metrics[MetricNames.TestPsnr], metrics[MetricNames.ValidationPsnr], 1e-9);
    }

    [Theory]
    [InlineData(30, 3, 3, "from 30 on, and there are 32")]
    [InlineData(0, 2, 3, "do not hold")]
    [InlineData(-1, 3, 3, "from -1 on")]
    public void Images_whose_blocks_are_not_there_are_refused(int first, int rows, int columns, string what)
    {
        HookedSignals.Loading = _ => Signals() with { TestImages = [new TiledImage("wrong", 12, 11, first, rows, columns)] };
        var error = Assert.Throws<UnfoldException>(() => Run(start: 0));
        Assert.Equal("UFD010", error.Code);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    private RunOutcome Run(double start, int batch = 100) => new TrainingRun("x", "v", Specimen.Spec with
    {
        Dataset = new HookedSignals(new HookedSignalsOptions()),
        Measurement = new Gaussian(new GaussianOptions { Ratio = 0.2 }),
        Architecture = new ConstantArchitecture(new ConstantOptions { Start = start }),
        Training = Specimen.Training with { Epochs = 0, BatchSize = batch, ValidationFraction = 0 },
    }).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());

    private static SignalSet Signals()
    {
        var images = new List<TiledImage>();
        foreach (var (i, (height, width)) in Sizes.Index())
            images.Add(new TiledImage($"image {i}", height, width, images.Sum(before => before.Blocks), (height + Side - 1) / Side, (width + Side - 1) / Side));
        return new SignalSet
        {
            Train = torch.zeros(2, Side * Side),
            Test = torch.tensor(Blocks(), images.Sum(i => i.Blocks), Side * Side),
            TestImages = images,
            Shape = new SignalShape(1, Side, Side),
            Scale = new PixelScale(0, 1, 0, 1),
            Licence = "none",
            ContentSha256 = "",
        };
    }

    private static float[] Pixels(int image) =>
        [.. Enumerable.Range(0, Sizes[image].Height * Sizes[image].Width).Select(i => ((i * (image + 3)) % 256) / 255f)];

    // Written from the definition, block by block and pixel by pixel.
    private static float[] Blocks()
    {
        var blocks = new List<float>();
        foreach (var (i, (height, width)) in Sizes.Index())
        {
            var pixels = Pixels(i);
            for (var top = 0; top < height; top += Side)
            {
                for (var left = 0; left < width; left += Side)
                {
                    for (var at = 0; at < Side * Side; at++)
                    {
                        var (row, column) = (top + (at / Side), left + (at % Side));
                        blocks.Add(row < height && column < width ? pixels[(row * width) + column] : 0);
                    }
                }
            }
        }

        return [.. blocks];
    }
}
