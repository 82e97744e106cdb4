namespace Unfold;

/// <summary>
/// An image of a split that was cut into blocks, each a signal of the data set's shape, row by row from the left. Where the image is no whole number of blocks,
/// those at the right and at the bottom reach beyond it; what they hold there is cropped when the image is put together again.
/// </summary>
/// <param name="Name">What people call it; a file's name without extension.</param>
/// <param name="Height">Rows of pixels of the image itself.</param>
/// <param name="Width">Columns of pixels of the image itself.</param>
/// <param name="First">Index of its first block in the split.</param>
/// <param name="Rows">Rows of blocks.</param>
/// <param name="Columns">Columns of blocks.</param>
public sealed record TiledImage(string Name, int Height, int Width, int First, int Rows, int Columns)
{
    /// <summary>How many blocks it has.</summary>
    public int Blocks => Rows * Columns;
}
