using TorchSharp;

namespace Unfold.Engine.Problems;

/// <summary>What a data set says of itself is true: a plugin's mistake is told here, and not by a tensor library.</summary>
internal static class SignalSetCheck
{
    /// <exception cref="UnfoldException">UFD010: images are listed whose blocks are not there, or are too few.</exception>
    public static void Require(SignalSet signals)
    {
        Require(signals.ValidationImages, signals.Validation, signals.Shape, nameof(SignalSet.ValidationImages));
        Require(signals.TestImages, signals.Test, signals.Shape, nameof(SignalSet.TestImages));
    }

    /// <summary>The signals of an epoch, of which there may be more than are needed.</summary>
    /// <exception cref="UnfoldException">UFD010: they are of another shape, or too few.</exception>
    public static void RequireDrawn(torch.Tensor drawn, long count, long length)
    {
        if (drawn.dim() != 2 || drawn.shape[0] < count || drawn.shape[1] != length)
            throw Contradiction($"{nameof(SignalSet.Redraw)} gave a tensor of {string.Join('×', drawn.shape)}, and {count} signals of {length} numbers are needed");
    }

    private static void Require(IReadOnlyList<TiledImage>? images, torch.Tensor? signals, SignalShape block, string list)
    {
        if (images is null)
            return;
        if (images.Count == 0 || signals is null)
            throw Contradiction($"{list} is {(images.Count == 0 ? "empty" : "given without their blocks")}");
        foreach (var image in images)
        {
            if (image.First < 0 || image.Rows < 1 || image.Columns < 1 || image.First + (long)image.Blocks > signals.shape[0])
                throw Contradiction($"{list} says that '{image.Name}' has the {image.Rows}×{image.Columns} blocks from {image.First} on, and there are {signals.shape[0]}");
            if (image.Height < 1 || image.Width < 1 || image.Height > (long)image.Rows * block.Height || image.Width > (long)image.Columns * block.Width)
                throw Contradiction($"{list} says that '{image.Name}' is {image.Height}×{image.Width}, which its {image.Rows}×{image.Columns} blocks of {block.Height}×{block.Width} do not hold");
        }
    }

    private static UnfoldException Contradiction(string what) => new("UFD010", $"the data set contradicts itself: {what}", "mend the data set's Load");
}
