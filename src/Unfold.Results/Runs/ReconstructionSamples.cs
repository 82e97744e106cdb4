using Newtonsoft.Json;

namespace Unfold.Results;

/// <summary>A run's images.json: a few test images and their reconstructions as 8-bit pixels, for reports; none of signals that are no pictures.</summary>
/// <param name="Channels">Channels of an image.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Indices">Which test images.</param>
/// <param name="Truth">Pixels, channel by channel, row by row; base64 in the file.</param>
/// <param name="Estimate">Reconstructions, likewise.</param>
/// <param name="Psnr">PSNR of each reconstruction in dB.</param>
public sealed record ReconstructionSamples(
    int Channels, int Height, int Width, IReadOnlyList<long> Indices, IReadOnlyList<byte[]> Truth, IReadOnlyList<byte[]> Estimate, IReadOnlyList<double> Psnr)
{
    /// <summary>What the images are called; null where they have no names.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public IReadOnlyList<string>? Names { get; init; }
}
