using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Compressive sampling by random convolution (Romberg, SIAM J. Imaging Sci. 2, 2009): circular convolution with a filter of random phases, then m of the n
/// samples, at random places. No matrix, O(n log n); rows are orthonormal. Images are read as vectors, row by row.
/// </summary>
/// <param name="options">The options.</param>
[Component("random-convolution")]
public sealed class RandomConvolution(RandomConvolutionOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        var transform = CircularConvolution.Draw(shape.Length, generator);
        return new SubsampledTransform(shape.Length, transform, RandomSubset.Of(MeasurementRatio.Count(options.Ratio, shape.Length), shape.Length, generator));
    }
}
