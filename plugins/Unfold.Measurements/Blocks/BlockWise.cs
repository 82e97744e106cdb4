using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Block compressed sensing (Gan, DSP 2007): an image is cut into blocks of B×B pixels, and every block of every channel is measured by the same
/// operator. Measurements are [blocks × m_B], blocks channel by channel, row by row.
/// </summary>
/// <param name="options">The options.</param>
[Component("block-wise")]
public sealed class BlockWise(BlockWiseOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFP121: a side of the image is no multiple of the block's.</exception>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        var size = options.Size;
        if (shape.Height % size != 0 || shape.Width % size != 0)
        {
            throw new UnfoldException(
                "UFP121",
                $"measurement 'block-wise' cuts images into blocks of {size}×{size} pixels, and {shape.Height}×{shape.Width} pixels are no whole number of them",
                "choose a size that divides both sides, or a dataset that pads or crops its images");
        }

        return new BlockWiseOperator(shape, size, options.Measurement.Draw(new SignalShape(1, size, size), generator));
    }
}
