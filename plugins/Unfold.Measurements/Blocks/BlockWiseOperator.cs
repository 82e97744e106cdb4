using TorchSharp;

namespace Unfold.Measurements;

/// <summary>One operator on every block: a block-diagonal matrix, up to the order of the pixels. Owns the block's operator.</summary>
internal sealed class BlockWiseOperator(SignalShape shape, int size, MeasurementOperator block) : MeasurementOperator
{
    private readonly int _blocks = shape.Length / (size * size);

    public override int SignalLength => shape.Length;

    public override int MeasurementCount => _blocks * block.MeasurementCount;

    public override double Norm => block.Norm;

    public override torch.Tensor Apply(torch.Tensor signals)
    {
        using var scope = torch.NewDisposeScope();
        var blocks = signals.reshape(-1, shape.Height / size, size, shape.Width / size, size).transpose(2, 3).reshape(-1, size * size);
        return block.Apply(blocks).reshape(signals.shape[0], MeasurementCount).MoveToOuterDisposeScope();
    }

    public override torch.Tensor Adjoint(torch.Tensor measurements)
    {
        using var scope = torch.NewDisposeScope();
        var blocks = block.Adjoint(measurements.reshape(-1, block.MeasurementCount));
        var images = blocks.reshape(-1, shape.Height / size, shape.Width / size, size, size).transpose(2, 3);
        return images.reshape(measurements.shape[0], SignalLength).MoveToOuterDisposeScope();
    }

    public override MeasurementOperator To(torch.Device device) => new BlockWiseOperator(shape, size, block.To(device));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            block.Dispose();
        base.Dispose(disposing);
    }
}
