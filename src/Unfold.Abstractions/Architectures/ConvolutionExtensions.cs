using TorchSharp;
using TorchSharp.Modules;

namespace Unfold;

/// <summary>Convolutions whose gradients can be relied on.</summary>
public static class ConvolutionExtensions
{
    // Channels that oneDNN keeps together on processors with AVX-512.
    private const long Block = 16;

    /// <summary>
    /// What calling the convolution gives. On processors with AVX-512, oneDNN 3.7 (libtorch 2.10) takes the gradient with respect to the images from whole blocks of
    /// output channels without having cleared those that are not there: now and then it is not finite, whatever the numbers are. Here they are there, with weights
    /// of zero; the work is the same, as a block is computed in any case.
    /// </summary>
    /// <param name="convolution">A convolution that pads with zeros.</param>
    /// <param name="images">[batch, channels, height, width].</param>
    public static torch.Tensor Convolve(this Conv2d convolution, torch.Tensor images)
    {
        ArgumentNullException.ThrowIfNull(convolution);
        ArgumentNullException.ThrowIfNull(images);
        var missing = (Block - (convolution.out_channels % Block)) % Block;
        var isSafe = missing == 0 || convolution.groups != 1 || images.device_type != DeviceType.CPU || images.dtype != torch.float32 || !torch.is_grad_enabled();
        if (isSafe)
            return convolution.call(images);
        var weight = convolution.weight!;
        var weights = torch.cat([weight, weight.new_zeros([missing, .. weight.shape[1..]])]);
        var bias = convolution.bias is { } given ? torch.cat([given, given.new_zeros(missing)]) : null;
        return torch.nn.functional
            .conv2d(images, weights, bias, convolution.stride.ToArray(), Padding(convolution), convolution.dilation.ToArray())
            .narrow(1, 0, convolution.out_channels);
    }

    private static long[] Padding(Conv2d convolution) => convolution.padding?.ToArray() ?? [0, 0];
}
