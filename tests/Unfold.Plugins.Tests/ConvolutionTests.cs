using TorchSharp;

namespace Unfold.Plugins.Tests;

public sealed class ConvolutionTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public static TheoryData<int, int, bool> Channels => new() { { 1, 8, true }, { 8, 1, false }, { 8, 8, true }, { 3, 17, false }, { 2, 16, true } };

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Channels))]
    public void Values_and_gradients_are_those_of_the_convolution(int from, int to, bool bias)
    {
        using var convolution = torch.nn.Conv2d(from, to, kernel_size: 3, padding: 1, bias: bias);
        var images = torch.rand(3, from, 5, 6).requires_grad_(true);
        var weights = torch.rand(3, to, 5, 6);
        List<torch.Tensor> Gradients(Func<torch.Tensor, torch.Tensor> convolve, torch.ScalarType dtype)
        {
            convolution.to(dtype);
            var value = convolve(images.to(dtype));
            return [value, .. torch.autograd.grad([(value * weights.to(dtype)).sum()], [images, .. convolution.parameters()])];
        }

        // In float64 nothing is left to oneDNN.
        var expected = Gradients(convolution.call, torch.float64);
        foreach (var dtype in new[] { torch.float32, torch.float64 })
        {
            foreach (var (first, second) in expected.Zip(Gradients(convolution.Convolve, dtype)))
                Assert.Equal(0, (first - second).abs().max().to(torch.float64).item<double>() / first.abs().max().to(torch.float64).item<double>(), 1e-5);
        }
    }

    // Without the missing channels this fails on a processor with AVX-512: one in three gradients has NaN in it where the memory had.
    [Theory]
    [MemberData(nameof(Channels))]
    public void Gradients_do_not_depend_on_what_was_in_memory_before(int from, int to, bool bias)
    {
        using var convolution = torch.nn.Conv2d(from, to, kernel_size: 3, padding: 1, bias: bias);
        var given = torch.rand(8, from, 6, 6);
        for (var i = 0; i < 200; i++)
        {
            using var pass = torch.NewDisposeScope();
            foreach (var size in new long[] { 8 * 16 * 36, 8 * to * 36, 8 * from * 36 })
                torch.full([size], float.NaN).Dispose();
            var images = given.clone().requires_grad_(true);
            convolution.Convolve(images).square().sum().backward();
            Assert.True(images.grad!.isfinite().all().item<bool>());
        }
    }
}
