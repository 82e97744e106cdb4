using TorchSharp;

namespace Unfold.Datasets;

/// <summary>Cuts whole images into blocks side by side, with zeros beyond the right and lower edge; an image that is a whole number of blocks gets none more.</summary>
internal static class Tiling
{
    /// <summary>The blocks, [count, side²] in [0, 1], and which of them belong to which image.</summary>
    public static (torch.Tensor Blocks, IReadOnlyList<TiledImage> Images) Of(IReadOnlyList<GreyImage> images, int side)
    {
        var tiled = new List<TiledImage>(images.Count);
        foreach (var image in images)
        {
            var first = tiled.Count == 0 ? 0 : tiled[^1].First + tiled[^1].Blocks;
            tiled.Add(new TiledImage(image.Name, image.Height, image.Width, first, (image.Height + side - 1) / side, (image.Width + side - 1) / side));
        }

        var length = side * side;
        var count = tiled[^1].First + (long)tiled[^1].Blocks;
        if (count * length > Array.MaxLength)
            throw new UnfoldException("UFD011", $"the images have {count} blocks of {side}×{side}, too many for memory", "take fewer images with the dataset's option pattern");
        var blocks = new byte[count * length];
        foreach (var (image, tiles) in images.Zip(tiled))
        {
            for (var i = 0; i < tiles.Blocks; i++)
                image.Crop(i / tiles.Columns * side, i % tiles.Columns * side, side, blocks.AsSpan((tiles.First + i) * length, length));
        }

        return (Pixels.Of(blocks, length), tiled);
    }
}
