using System.Runtime.InteropServices;
using SkiaSharp;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Sample images as PNG files.</summary>
internal static class Png
{
    private const int Rgb = 3;

    /// <summary>Encodes one image: grey, or red, green and blue planes.</summary>
    /// <param name="shape">Channels, height and width.</param>
    /// <param name="pixels">Its pixels, channel by channel, row by row.</param>
    public static byte[] Encode(ReconstructionSamples shape, byte[] pixels)
    {
        var plane = shape.Height * shape.Width;
        var packed = new byte[plane * 4];
        for (var i = 0; i < plane; i++)
        {
            for (var c = 0; c < Rgb; c++)
                packed[(i * 4) + c] = pixels[shape.Channels == Rgb ? (c * plane) + i : i];
            packed[(i * 4) + Rgb] = byte.MaxValue;
        }

        using var bitmap = new SKBitmap(new SKImageInfo(shape.Width, shape.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Marshal.Copy(packed, 0, bitmap.GetPixels(), packed.Length);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    /// <summary>An image as the address of itself.</summary>
    public static string DataUri(ReconstructionSamples shape, byte[] pixels) => "data:image/png;base64," + Convert.ToBase64String(Encode(shape, pixels));
}
