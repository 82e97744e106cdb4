using TorchSharp;

namespace Unfold.Classical;

/// <summary>An orthonormal basis of images from one for columns and one for rows: X ↦ R X Cᵀ for every channel.</summary>
internal sealed class SeparableAnalysis : FixedAnalysis
{
    private readonly SignalShape _shape;
    private readonly torch.Tensor _rows;
    private readonly torch.Tensor _columns;

    /// <param name="rows">R, orthonormal float64 [height, height].</param>
    /// <param name="columns">C, orthonormal float64 [width, width].</param>
    /// <param name="problem">Says where and in what precision.</param>
    public SeparableAnalysis(torch.Tensor rows, torch.Tensor columns, Problem problem)
    {
        _shape = problem.Shape;
        torch.Tensor Kept(torch.Tensor basis) => basis.to(OperatorMatrix.TypeOf(problem.Operator)).to(problem.Device).clone().DetachFromDisposeScope();
        (_rows, _columns) = (Kept(rows), Kept(columns));
        register_buffer("rows", _rows);
        register_buffer("columns", _columns);
    }

    public override double NormSquared => 1;

    public override torch.Tensor Apply(torch.Tensor signals) => Between(_rows, signals, _columns.t());

    public override torch.Tensor Adjoint(torch.Tensor coefficients) => Between(_rows.t(), coefficients, _columns);

    private torch.Tensor Between(torch.Tensor left, torch.Tensor signals, torch.Tensor right) =>
        left.matmul(signals.reshape(-1, _shape.Channels, _shape.Height, _shape.Width)).matmul(right).reshape(signals.shape);
}
