namespace Unfold;

/// <summary>The shape of one signal: an image of <c>Channels × Height × Width</c>, flattened in that order.</summary>
/// <param name="Channels">Number of channels; 1 for grey images.</param>
/// <param name="Height">Rows; 1 for a one-dimensional signal.</param>
/// <param name="Width">Columns, or the length of a one-dimensional signal.</param>
public readonly record struct SignalShape(int Channels, int Height, int Width)
{
    /// <summary>The length n of the flattened signal.</summary>
    public int Length => Channels * Height * Width;
}
