using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Modl;

/// <summary>D(x) = x + N(x): N is a chain of 3×3 convolutions with ReLUs between them.</summary>
internal sealed class ResidualDenoiser : torch.nn.Module
{
    private readonly Conv2d[] _convolutions;
    private readonly SignalShape _shape;

    public ResidualDenoiser(ModlOptions options, Problem problem)
        : base("denoiser")
    {
        _shape = problem.Shape;
        _convolutions = [.. Enumerable.Range(0, options.Depth).Select(i => torch.nn.Conv2d(
            i == 0 ? _shape.Channels : options.Filters,
            i == options.Depth - 1 ? _shape.Channels : options.Filters,
            kernel_size: 3,
            padding: 1,
            device: problem.Device))];
        for (var i = 0; i < _convolutions.Length; i++)
            register_module($"convolution_{i}", _convolutions[i]);
    }

    /// <param name="x">[batch, n].</param>
    /// <returns>D(x), [batch, n].</returns>
    public torch.Tensor Denoise(torch.Tensor x)
    {
        var images = x.reshape(-1, _shape.Channels, _shape.Height, _shape.Width);
        for (var i = 0; i < _convolutions.Length; i++)
        {
            var convolved = _convolutions[i].Convolve(images);
            images = i == _convolutions.Length - 1 ? convolved : convolved.relu();
        }

        return x + images.reshape(x.shape);
    }
}
