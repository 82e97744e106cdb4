using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Inpainting: the signal itself, at random pixels only, in their order; the same pixels in every channel. Rows are orthonormal.
/// </summary>
/// <param name="options">The options.</param>
[Component("mask")]
public sealed class PixelMask(PixelMaskOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        using var scope = torch.NewDisposeScope();
        var pixels = shape.Height * shape.Width;
        var seen = RandomSubset.Of(MeasurementRatio.Count(options.Ratio, pixels), pixels, generator);
        var channels = torch.arange(shape.Channels, dtype: torch.int64).unsqueeze(1) * pixels;
        return new SubsampledTransform(shape.Length, new IdentityTransform(shape.Length), (channels + seen).flatten());
    }
}
