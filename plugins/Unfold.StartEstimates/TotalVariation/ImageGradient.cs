using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>D: forward differences along rows and columns, zero at the last of each (Neumann boundary), and its adjoint. ‖D‖² &lt; 8.</summary>
internal static class ImageGradient
{
    private const int Row = 2;
    private const int Column = 3;

    /// <param name="images">[batch, channels, height, width].</param>
    /// <returns>[2, batch, channels, height, width]: downwards, to the right.</returns>
    public static torch.Tensor Apply(torch.Tensor images) => torch.stack([Difference(images, Row), Difference(images, Column)]);

    /// <param name="field">[2, batch, channels, height, width].</param>
    /// <returns>Dᵀ of it, [batch, channels, height, width].</returns>
    public static torch.Tensor Adjoint(torch.Tensor field) => DifferenceAdjoint(field[0], Row).add_(DifferenceAdjoint(field[1], Column));

    private static torch.Tensor Difference(torch.Tensor images, int along)
    {
        var last = images.shape[along] - 1;
        return Pad(images.narrow(along, 1, last) - images.narrow(along, 0, last), along, before: 0, after: 1);
    }

    private static torch.Tensor DifferenceAdjoint(torch.Tensor field, int along)
    {
        var inner = field.narrow(along, 0, field.shape[along] - 1);
        return Pad(inner, along, before: 1, after: 0) - Pad(inner, along, before: 0, after: 1);
    }

    private static torch.Tensor Pad(torch.Tensor tensor, int along, long before, long after) =>
        torch.nn.functional.pad(tensor, along == Column ? [before, after] : [0, 0, before, after]);
}
