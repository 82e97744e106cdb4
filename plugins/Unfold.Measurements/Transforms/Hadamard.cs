using System.Numerics;
using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Subsampled randomised Hadamard measurements: m of the coefficients of the Walsh–Hadamard transform of the signal with random signs. No matrix,
/// O(n log n). A signal whose length is no power of two is continued with zeros to the next one, N, and any of the N coefficients may be measured. Rows are
/// orthonormal where n = N, and of norm √(n/N) where not. Images are read as vectors, row by row.
/// </summary>
/// <param name="options">The options.</param>
[Component("hadamard")]
public sealed class Hadamard(HadamardOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)shape.Length);
        var rows = RandomSubset.Of(MeasurementRatio.Count(options.Ratio, shape.Length), length, generator);
        var signs = options.RandomSigns ? RandomSigns.Diagonal(shape.Length, generator) : null;
        return new SubsampledTransform(shape.Length, new HadamardTransform(length), rows, signs);
    }
}
