using TorchSharp;

namespace Unfold.Engine.Evaluation;

/// <summary>Puts an image's blocks together, and crops what reaches beyond it.</summary>
internal static class TileAssembly
{
    /// <summary>The shape of a whole image.</summary>
    public static SignalShape ShapeOf(TiledImage image, SignalShape block) => new(block.Channels, image.Height, image.Width);

    /// <summary>The image, [1, channels·height·width].</summary>
    /// <param name="blocks">All blocks of the split, [count, n].</param>
    /// <param name="image">Which of them are its own.</param>
    /// <param name="block">The shape of one.</param>
    public static torch.Tensor Image(torch.Tensor blocks, TiledImage image, SignalShape block) =>
        blocks.narrow(0, image.First, image.Blocks)
            .reshape(image.Rows, image.Columns, block.Channels, block.Height, block.Width)
            .permute(2, 0, 3, 1, 4)
            .reshape(block.Channels, image.Rows * block.Height, image.Columns * block.Width)
            .narrow(1, 0, image.Height)
            .narrow(2, 0, image.Width)
            .reshape(1, -1);
}
