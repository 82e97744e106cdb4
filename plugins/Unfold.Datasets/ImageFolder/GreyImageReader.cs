using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Unfold.Datasets;

/// <summary>
/// Reads an image as the Y channel that papers on image compressed sensing evaluate: full-range luma of ITU-R BT.601 at 8 bits, as OpenCV converts to YCrCb,
/// Y = (4899 R + 9617 G + 1868 B + 2¹³) / 2¹⁴ in integers. Grey stays what it is; transparency is ignored; of several frames the first is read.
/// </summary>
internal static class GreyImageReader
{
    private const string Mend = "put a whole copy in its place, or leave it out with the dataset's option pattern";

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> PngEnd => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <summary>Reads it.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <exception cref="UnfoldException">UFD003: it is cut off or damaged; UFD004: it is no image of a known format.</exception>
    public static GreyImage Read(byte[] content, string path)
    {
        // The decoder returns what it could read of a cut PNG, without a word.
        if (content.AsSpan().StartsWith(PngSignature) && !content.AsSpan().EndsWith(PngEnd))
            throw new UnfoldException("UFD003", $"{path} is cut off: it does not end as a PNG file does", Mend);
        using var image = Decode(content, path);
        var (height, width) = (image.Height, image.Width);
        var grey = new byte[height * width];
        image.ProcessPixelRows(rows =>
        {
            for (var row = 0; row < height; row++)
            {
                var colours = rows.GetRowSpan(row);
                for (var column = 0; column < width; column++)
                    grey[(row * width) + column] = Luma(colours[column]);
            }
        });
        return new GreyImage(Path.GetFileNameWithoutExtension(path), height, width, grey);
    }

    private static byte Luma(Rgb24 colour) => (byte)(((colour.R * 4899) + (colour.G * 9617) + (colour.B * 1868) + (1 << 13)) >> 14);

    private static Image<Rgb24> Decode(byte[] content, string path)
    {
        try
        {
            return Image.Load<Rgb24>(content);
        }
        catch (Exception other) when (other is UnknownImageFormatException or NotSupportedException)
        {
            throw new UnfoldException("UFD004", $"{path} is no image of a known format: {other.Message.ReplaceLineEndings(" ")}", "convert it to an 8-bit PNG, or leave it out with the dataset's option pattern", other);
        }
        // A damaged file leads a decoder anywhere.
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            throw new UnfoldException("UFD003", $"{path} is damaged: {damaged.Message.ReplaceLineEndings(" ")}", Mend, damaged);
        }
    }
}
