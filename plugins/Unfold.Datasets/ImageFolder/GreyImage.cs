namespace Unfold.Datasets;

/// <summary>A grey image of 8 bits.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Pixels">Row by row.</param>
internal sealed record GreyImage(string Name, int Height, int Width, byte[] Pixels)
{
    /// <summary>Copies a square of it.</summary>
    /// <param name="top">Its first row.</param>
    /// <param name="left">Its first column.</param>
    /// <param name="side">Height and width.</param>
    /// <param name="target">side² pixels; what lies beyond the image is left as it is.</param>
    public void Crop(int top, int left, int side, Span<byte> target)
    {
        var (rows, columns) = (Math.Min(side, Height - top), Math.Min(side, Width - left));
        for (var row = 0; row < rows; row++)
            Pixels.AsSpan(((top + row) * Width) + left, columns).CopyTo(target[(row * side)..]);
    }
}
