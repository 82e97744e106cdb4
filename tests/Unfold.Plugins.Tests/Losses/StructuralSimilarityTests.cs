using TorchSharp;
using Unfold.Engine.Evaluation;
using Unfold.Losses;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Losses;

public sealed class StructuralSimilarityTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(5, torch.CPU);
    private readonly StructuralSimilarity _loss = new(new NoOptions());

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void It_is_one_minus_the_metric()
    {
        var shape = new SignalShape(2, 13, 17);
        var scale = new PixelScale(0, 1, 0.3, 0.4);
        var (estimate, truth) = (Pixels(3, shape), Pixels(3, shape));
        estimate = (truth * 0.7) + (estimate * 0.3);
        var metric = ImageMetrics.Ssim(estimate, truth, shape)!.mean().item<double>();
        Assert.InRange(metric, 0.5, 0.99);
        Assert.Equal(1 - metric, Loss(estimate, truth, shape, scale), 1e-6);
        // The same image in units of 0 to 255.
        Assert.Equal(1 - metric, Loss(estimate * 255, truth * 255, shape, new PixelScale(0, 255, 80, 100)), 1e-6);
    }

    [Fact]
    public void An_image_is_like_itself_and_its_loss_has_no_slope_there()
    {
        var shape = new SignalShape(1, 12, 12);
        var truth = Pixels(2, shape);
        var estimate = truth.clone().requires_grad_(true);
        var loss = _loss.Evaluate(Context(estimate, truth, shape, new PixelScale(0, 1, 0, 1)));
        loss.backward();
        Assert.Equal(0, loss.item<double>(), 1e-12);
        Assert.InRange(estimate.grad!.abs().max().item<double>(), 0, 1e-10);
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        var shape = new SignalShape(1, 11, 12);
        var truth = Pixels(1, shape);
        var check = GradientCheck.Of(x => _loss.Evaluate(Context(x, truth, shape, new PixelScale(0, 1, 0.1, 0.5))), Pixels(1, shape), tolerance: 1e-5);
        Assert.True(check.Passed, check.Message);
    }

    [Fact]
    public void Images_smaller_than_its_window_are_refused() =>
        Assert.Equal("UFP132", Refused(new SignalShape(1, 10, 12), new PixelScale(0, 1, 0, 1)));

    [Fact]
    public void Data_without_a_range_are_refused() =>
        Assert.Equal("UFP133", Refused(new SignalShape(1, 11, 11), new PixelScale(double.NegativeInfinity, double.PositiveInfinity, 0, 1)));

    private string Refused(SignalShape shape, PixelScale scale) =>
        Assert.Throws<UnfoldException>(() => _loss.Evaluate(Context(Pixels(1, shape), Pixels(1, shape), shape, scale))).Code;

    private torch.Tensor Pixels(int count, SignalShape shape) => torch.rand(count, shape.Length, dtype: torch.float64, generator: _generator);

    private double Loss(torch.Tensor estimate, torch.Tensor truth, SignalShape shape, PixelScale scale)
    {
        // In the precision of a run, float32.
        torch.Tensor Normalized(torch.Tensor pixels) => ((pixels - scale.Mean) / scale.StandardDeviation).to(torch.float32);
        return _loss.Evaluate(Context(Normalized(estimate), Normalized(truth), shape, scale)).item<float>();
    }

    private static LossContext Context(torch.Tensor estimate, torch.Tensor truth, SignalShape shape, PixelScale scale) =>
        (new LossBench(shape, null!, 0, _ => estimate) { Scale = scale }).Context(estimate, truth);
}
