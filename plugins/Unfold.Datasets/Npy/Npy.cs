using System.Security.Cryptography;
using TorchSharp;

namespace Unfold.Datasets;

/// <summary>
/// Signals from NumPy's .npy files: [count, n] for vectors, [count, H, W] for grey images, [count, C, H, W] for images of C channels. Values of a declared range are
/// mapped to [0, 1], which figures are in; without one they stay what they are, and have no PSNR.
/// </summary>
/// <param name="options">The options.</param>
[Component("npy")]
public sealed class Npy(NpyOptions options) : IDataset
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">
    /// UFD001: a file is missing; UFD003 or UFD004: it is damaged or no .npy file; UFD005: shapes do not fit; UFD012: an order or element type is not read; UFD013: a value is not
    /// finite or out of range, or all are the same.
    /// </exception>
    public SignalSet Load(DatasetContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var train = NpyFile.Open(options.Train, context, hash);
        var validation = options.Validation is null ? null : NpyFile.Open(options.Validation, context, hash);
        var test = NpyFile.Open(options.Test, context, hash);
        var shape = NpySignals.ShapeOf(train);
        foreach (var other in new[] { validation, test }.OfType<NpyArray>())
            NpySignals.RequireAlike(train, other);
        var range = RangeOf(train);
        foreach (var array in new[] { train, validation, test }.OfType<NpyArray>())
            NpySignals.ToPixels(array, range);
        var (mean, deviation) = options.Normalization == NpyNormalization.None ? (0, 1) : NpySignals.Moments(train);
        return new SignalSet
        {
            Train = Tensor(train),
            Validation = validation is null ? null : Tensor(validation),
            Test = Tensor(test),
            Shape = shape,
            Scale = (range is null ? PixelScale.Unbounded : new PixelScale(0, 1, 0, 1)) with { Mean = mean, StandardDeviation = deviation },
            Licence = "not known",
            ContentSha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    private (double Minimum, double Maximum)? RangeOf(NpyArray train) => options is { Minimum: { } minimum, Maximum: { } maximum }
        ? (minimum, maximum)
        : train.IsBytes ? (0, byte.MaxValue) : null;

    private static torch.Tensor Tensor(NpyArray array) => torch.tensor(array.Values, array.Shape[0], array.Values.Length / array.Shape[0]);
}
