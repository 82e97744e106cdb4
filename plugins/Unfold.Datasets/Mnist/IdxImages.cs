namespace Unfold.Datasets;

/// <summary>Grey images of an idx file.</summary>
/// <param name="Count">Images.</param>
/// <param name="Rows">Rows of an image.</param>
/// <param name="Columns">Columns of an image.</param>
/// <param name="Pixels">Bytes, image by image, row by row.</param>
internal sealed record IdxImages(int Count, int Rows, int Columns, byte[] Pixels);
