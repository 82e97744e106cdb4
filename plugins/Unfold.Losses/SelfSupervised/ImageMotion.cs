using TorchSharp;

namespace Unfold.Losses;

/// <summary>Random transformations of images that permute their pixels.</summary>
internal static class ImageMotion
{
    private const int Row = 2;
    private const int Column = 3;

    /// <summary>Draws one from torch's default generator.</summary>
    /// <returns>From signals [batch, n] to the same, moved.</returns>
    public static Func<torch.Tensor, torch.Tensor> Draw(TransformationGroup group, SignalShape shape)
    {
        if (group is TransformationGroup.Rotations or TransformationGroup.Dihedral && shape.Height != shape.Width)
        {
            throw new UnfoldException(
                "UFP134", $"loss 'equivariant' is to turn images of {shape.Height} × {shape.Width} pixels, which then have another shape", "set its group to 'flips' or 'shifts'");
        }

        Func<torch.Tensor, torch.Tensor> move = group switch
        {
            TransformationGroup.Shifts => Shift(Below(shape.Height), Below(shape.Width)),
            TransformationGroup.Rotations => Turn(1 + Below(3), isFlipped: false),
            TransformationGroup.Flips => Flip(1 + Below(3)),
            _ => Turn(1 + Below(7)),
        };
        return signals => move(signals.reshape(-1, shape.Channels, shape.Height, shape.Width)).reshape(signals.shape);
    }

    private static Func<torch.Tensor, torch.Tensor> Shift(long down, long right) => images => images.roll([down, right], [Row, Column]);

    /// <summary>Bit 0: left to right; bit 1: upside down.</summary>
    private static Func<torch.Tensor, torch.Tensor> Flip(long which) => images =>
        images.flip([.. (which & 1) == 0 ? Array.Empty<long>() : [Column], .. (which & 2) == 0 ? Array.Empty<long>() : [Row]]);

    /// <summary>Of the eight symmetries of a square, number 0 to 7; 0 is none.</summary>
    private static Func<torch.Tensor, torch.Tensor> Turn(long which) => Turn(which % 4, isFlipped: which >= 4);

    private static Func<torch.Tensor, torch.Tensor> Turn(long quarters, bool isFlipped) => images =>
        (isFlipped ? images.flip(Column) : images).rot90(quarters, (Row, Column));

    // On the CPU: nothing is fetched from a device.
    private static long Below(long end)
    {
        using var drawn = torch.randint(end, [1], dtype: torch.int64);
        return drawn.item<long>();
    }
}
