namespace Unfold.Results;

/// <summary>A run's images.json: a few test signals and their reconstructions as 8-bit pixels, for reports.</summary>
/// <param name="Channels">Channels of an image.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Indices">Which test signals.</param>
/// <param name="Truth">Pixels, channel by channel, row by row; base64 in the file.</param>
/// <param name="Estimate">Reconstructions, likewise.</param>
/// <param name="Psnr">PSNR of each reconstruction in dB.</param>
public sealed record ReconstructionSamples(
    int Channels, int Height, int Width, IReadOnlyList<long> Indices, IReadOnlyList<byte[]> Truth, IReadOnlyList<byte[]> Estimate, IReadOnlyList<double> Psnr);
