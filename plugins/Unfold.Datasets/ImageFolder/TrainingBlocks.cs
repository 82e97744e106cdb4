using TorchSharp;

namespace Unfold.Datasets;

/// <summary>Crops training blocks from images.</summary>
internal sealed class TrainingBlocks
{
    private readonly IReadOnlyList<GreyImage> _images;
    private readonly int _side;

    // Places of a block in the images up to and with the i-th.
    private readonly long[] _places;

    /// <param name="images">The images.</param>
    /// <param name="side">Height and width of a block.</param>
    /// <exception cref="UnfoldException">UFD011: an image is smaller than a block.</exception>
    public TrainingBlocks(IReadOnlyList<GreyImage> images, int side)
    {
        (_images, _side, _places) = (images, side, new long[images.Count]);
        var places = 0L;
        for (var i = 0; i < images.Count; i++)
        {
            var image = images[i];
            if (image.Height < side || image.Width < side)
                throw new UnfoldException("UFD011", $"the training image '{image.Name}' is {image.Height}×{image.Width}, smaller than a block of {side}×{side}", "choose a smaller block, or leave the image out with the dataset's option pattern");
            _places[i] = places += (image.Height - side + 1L) * (image.Width - side + 1L);
        }
    }

    /// <summary>Blocks at random places, all of which are equally likely: [count, side²] in [0, 1].</summary>
    public torch.Tensor Random(int count, SplitMix64 random)
    {
        var blocks = new byte[count * _side * _side];
        for (var i = 0; i < count; i++)
        {
            var place = (long)random.Uniform(0, _places[^1]);
            // The first image whose places end beyond this one.
            var found = Array.BinarySearch(_places, place);
            var index = found < 0 ? ~found : found + 1;
            var image = _images[index];
            var within = index == 0 ? place : place - _places[index - 1];
            var columns = image.Width - _side + 1;
            image.Crop((int)(within / columns), (int)(within % columns), _side, blocks.AsSpan(i * _side * _side));
        }

        return Pixels.Of(blocks, _side * _side);
    }

    /// <summary>The blocks of a regular grid in every image, row by row: [count, side²] in [0, 1].</summary>
    /// <exception cref="UnfoldException">UFD011: there are too many for one array.</exception>
    public torch.Tensor Grid(int stride)
    {
        var count = _images.Sum(i => (((i.Height - _side) / stride) + 1L) * (((i.Width - _side) / stride) + 1L));
        if (count * _side * _side > Array.MaxLength)
            throw new UnfoldException("UFD011", $"a grid of stride {stride} has {count} blocks of {_side}×{_side}, too many for memory", "choose a larger stride, or random crops");
        var blocks = new byte[count * _side * _side];
        var at = 0;
        foreach (var image in _images)
        {
            for (var top = 0; top + _side <= image.Height; top += stride)
            {
                for (var left = 0; left + _side <= image.Width; left += stride, at += _side * _side)
                    image.Crop(top, left, _side, blocks.AsSpan(at));
            }
        }

        return Pixels.Of(blocks, _side * _side);
    }
}
