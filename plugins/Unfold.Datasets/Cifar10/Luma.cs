namespace Unfold.Datasets;

/// <summary>Colour to grey by ITU-R BT.601 in integers, bit for bit as Pillow and torchvision's Grayscale: (19595 R + 38470 G + 7471 B + 2¹⁵) / 2¹⁶.</summary>
internal static class Luma
{
    /// <param name="colours">A plane of red, one of green, one of blue.</param>
    /// <param name="grey">One plane.</param>
    public static void Of(ReadOnlySpan<byte> colours, Span<byte> grey)
    {
        var green = colours[grey.Length..];
        var blue = green[grey.Length..];
        for (var i = 0; i < grey.Length; i++)
            grey[i] = (byte)(((colours[i] * 19595) + (green[i] * 38470) + (blue[i] * 7471) + 0x8000) >> 16);
    }
}
