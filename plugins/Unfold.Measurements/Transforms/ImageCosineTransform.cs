using TorchSharp;

namespace Unfold.Measurements;

/// <summary>The orthonormal two-dimensional DCT-II of every channel, C_H X C_Wᵀ: two products with small matrices, O(n (H + W)).</summary>
internal sealed class ImageCosineTransform(SignalShape shape, EitherPrecision rows, EitherPrecision columns) : OrthonormalTransform
{
    public override int Length => shape.Length;

    public static ImageCosineTransform Of(SignalShape shape)
    {
        using var scope = torch.NewDisposeScope();
        return new ImageCosineTransform(shape, new EitherPrecision(Matrix(shape.Height)), new EitherPrecision(Matrix(shape.Width)));
    }

    public override torch.Tensor Forward(torch.Tensor signals) => Separable(signals, rows.For(signals), columns.For(signals).t());

    public override torch.Tensor Inverse(torch.Tensor signals) => Separable(signals, rows.For(signals).t(), columns.For(signals));

    public override OrthonormalTransform To(torch.Device device) => new ImageCosineTransform(shape, rows.To(device), columns.To(device));

    public override void Dispose()
    {
        rows.Dispose();
        columns.Dispose();
    }

    private torch.Tensor Separable(torch.Tensor signals, torch.Tensor left, torch.Tensor right)
    {
        using var scope = torch.NewDisposeScope();
        var images = torch.matmul(signals.reshape(-1, shape.Height, shape.Width), right);
        return torch.matmul(left, images).reshape(signals.shape[0], Length).MoveToOuterDisposeScope();
    }

    /// <summary>C_kj = s_k cos(π(2j+1)k/2n), s_0 = √(1/n), else √(2/n).</summary>
    private static torch.Tensor Matrix(int size)
    {
        var frequencies = torch.arange(size, dtype: torch.float64).unsqueeze(1);
        var places = (torch.arange(size, dtype: torch.float64) * 2) + 1;
        var scale = torch.where(frequencies.eq(0), torch.tensor(Math.Sqrt(1.0 / size)), torch.tensor(Math.Sqrt(2.0 / size)));
        return torch.cos(frequencies * places * (Math.PI / (2 * size))) * scale;
    }
}
