using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>D: forward differences along rows and columns, zero at the last of each (Neumann boundary), and its adjoint. ‖D‖² &lt; 8.</summary>
public static class ImageGradient
{
    private const int Parts = 1;
    private const int Row = 2;
    private const int Column = 3;

    /// <summary>D of images.</summary>
    /// <param name="images">[batch, channels, height, width].</param>
    /// <returns>[batch, 2, channels, height, width]: downwards, to the right.</returns>
    public static torch.Tensor Apply(torch.Tensor images) => torch.stack([Difference(images, Row), Difference(images, Column)], Parts);

    /// <summary>Dᵀ of a field.</summary>
    /// <param name="field">[batch, 2, channels, height, width].</param>
    /// <returns>[batch, channels, height, width].</returns>
    public static torch.Tensor Adjoint(torch.Tensor field) => DifferenceAdjoint(field.select(Parts, 0), Row).add_(DifferenceAdjoint(field.select(Parts, 1), Column));

    /// <summary>‖D‖²: the largest eigenvalues along either axis together, 4 cos²(π/2h) + 4 cos²(π/2w).</summary>
    /// <param name="shape">The images.</param>
    public static double NormSquared(SignalShape shape) => Largest(shape.Height) + Largest(shape.Width);

    private static double Largest(int length) => 4 * Math.Pow(Math.Cos(Math.PI / (2 * length)), 2);

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
