using Newtonsoft.Json.Linq;
using TorchSharp;
using Unfold.Engine.Evaluation;

namespace Unfold.Engine.Tests;

public sealed class ImageMetricsTests
{
    [Fact]
    public void Psnr_of_an_image_is_capped()
    {
        using var mse = torch.tensor(new[] { 0.01f, 0f });
        using var psnr = ImageMetrics.Psnr(mse);
        Assert.Equal(20, psnr[0].item<float>(), 1e-4);
        Assert.Equal(48, psnr[1].item<float>(), 1e-4);
    }

    [Fact]
    public void Mse_is_the_mean_of_an_image()
    {
        using var estimate = torch.tensor(new[] { 0f, 1f, 0.5f, 0.5f }).reshape(2, 2);
        using var truth = torch.zeros(2, 2);
        Assert.Equal([0.5f, 0.25f], ImageMetrics.Mse(estimate, truth).data<float>().ToArray());
    }

    [Fact]
    public void Ssim_is_that_of_its_definition()
    {
        const int Size = 13;
        var random = new Random(5);
        var a = Enumerable.Range(0, Size * Size).Select(_ => random.NextSingle()).ToArray();
        var b = a.Select(v => Math.Clamp(v + (0.2f * (random.NextSingle() - 0.5f)), 0, 1)).ToArray();
        using var ssim = ImageMetrics.Ssim(torch.tensor(a).reshape(1, -1), torch.tensor(b).reshape(1, -1), new SignalShape(1, Size, Size))!;
        Assert.Equal(Definition(a, b, Size), ssim.item<double>(), 1e-9);
    }

    /// <summary>Independent/image_metrics.py computed the figures, in another language and without a line of this code.</summary>
    [Fact]
    public void The_figures_are_those_of_an_independent_program()
    {
        var known = JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Independent", "image-metrics.json")));
        var (estimate, truth) = (Pixels(known["estimate"]!), Pixels(known["truth"]!));
        var mse = ImageMetrics.Mse(estimate, truth);
        var side = (int)known["side"]!;
        Assert.Equal(Figures(known["mse"]!), mse.data<float>().Select(v => (double)v), Close(1e-8));
        Assert.Equal(Figures(known["psnr"]!), ImageMetrics.Psnr(mse).data<float>().Select(v => (double)v), Close(1e-4));
        Assert.Equal(Figures(known["ssim"]!), ImageMetrics.Ssim(estimate, truth, new SignalShape(1, side, side))!.data<double>(), Close(1e-6));
    }

    [Fact]
    public void Ssim_needs_an_image_that_its_window_fits_into() =>
        Assert.Null(ImageMetrics.Ssim(torch.zeros(1, 100), torch.zeros(1, 100), new SignalShape(1, 10, 10)));

    private static torch.Tensor Pixels(JToken images) => torch.stack([.. images.Select(i => torch.tensor(i.Select(p => (float)p / 255).ToArray()))]);

    private static IEnumerable<double> Figures(JToken figures) => figures.Select(f => (double)f);

    private static Func<double, double, bool> Close(double distance) => (a, b) => Math.Abs(a - b) <= distance;

    // Wang et al. 2004, (13), by plain loops in double precision.
    private static double Definition(float[] a, float[] b, int size)
    {
        const int Window = 11;
        var weights = new double[Window, Window];
        double sum = 0, total = 0;
        for (var i = 0; i < Window; i++)
        {
            for (var j = 0; j < Window; j++)
                sum += weights[i, j] = Math.Exp(-(((i - 5) * (i - 5)) + ((j - 5) * (j - 5))) / (2 * 1.5 * 1.5));
        }

        for (var row = 0; row <= size - Window; row++)
        {
            for (var column = 0; column <= size - Window; column++)
                total += At(row, column);
        }

        return total / ((size - Window + 1) * (size - Window + 1));

        double At(int row, int column)
        {
            double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
            for (var i = 0; i < Window; i++)
            {
                for (var j = 0; j < Window; j++)
                {
                    var (w, x, y) = (weights[i, j] / sum, (double)a[((row + i) * size) + column + j], (double)b[((row + i) * size) + column + j]);
                    (ma, mb, aa, bb, ab) = (ma + (w * x), mb + (w * y), aa + (w * x * x), bb + (w * y * y), ab + (w * x * y));
                }
            }

            const double C1 = 1e-4, C2 = 9e-4;
            return ((2 * ma * mb) + C1) * ((2 * (ab - (ma * mb))) + C2) / (((ma * ma) + (mb * mb) + C1) * (aa - (ma * ma) + bb - (mb * mb) + C2));
        }
    }
}
