using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Subsampled cosine measurements: m of the n coefficients of the orthonormal DCT-II, two-dimensional in every channel of an image, one-dimensional for
/// signals of height 1. No matrix; rows are orthonormal.
/// </summary>
/// <param name="options">The options.</param>
[Component("dct")]
public sealed class Dct(DctOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        OrthonormalTransform transform = shape.Height == 1 && shape.Channels == 1 ? new CosineTransform(shape.Width) : ImageCosineTransform.Of(shape);
        var rows = RandomSubset.Of(MeasurementRatio.Count(options.Ratio, shape.Length), shape.Length, generator);
        var signs = options.RandomSigns ? RandomSigns.Diagonal(shape.Length, generator) : null;
        return new SubsampledTransform(shape.Length, transform, rows, signs);
    }
}
