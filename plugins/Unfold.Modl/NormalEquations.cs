using TorchSharp;

namespace Unfold.Modl;

/// <summary>
/// x = (AᵀA + λI)⁻¹b with the gradient of the exact solution: for an incoming gradient v, g = (AᵀA + λI)⁻¹v goes to b and −⟨g, x⟩ to λ. So the backward pass
/// is a solve of the same kind, and no iteration is kept for it.
/// </summary>
internal sealed class NormalEquations : torch.autograd.SingleTensorFunction<NormalEquations>
{
    private const string Solver = "solver", Operator = "operator";

    public override string Name => nameof(NormalEquations);

    /// <param name="solver">Solves forward and backward.</param>
    /// <param name="measured">A; it must live until the backward pass.</param>
    /// <param name="right">b, [batch, n].</param>
    /// <param name="regularization">λ, scalar tensor.</param>
    /// <param name="start">Where the forward solve starts; no gradient goes there.</param>
    /// <returns>x, [batch, n].</returns>
    public static torch.Tensor Solve(ConjugateGradient solver, MeasurementOperator measured, torch.Tensor right, torch.Tensor regularization, torch.Tensor start) =>
        apply(right, regularization, start.detach(), solver, measured);

    public override torch.Tensor forward(torch.autograd.AutogradContext ctx, params object[] vars)
    {
        var (right, regularization, start) = ((torch.Tensor)vars[0], (torch.Tensor)vars[1], (torch.Tensor)vars[2]);
        var (solver, measured) = ((ConjugateGradient)vars[3], (MeasurementOperator)vars[4]);
        var x = solver.Solve(measured, right, regularization, start);
        // Not x itself: it will belong to the node that saves it, which would then never be freed.
        ctx.save_for_backward([x.detach(), regularization]);
        ctx.save_data(Solver, solver);
        ctx.save_data(Operator, measured);
        return x;
    }

    public override List<torch.Tensor> backward(torch.autograd.AutogradContext ctx, torch.Tensor grad_output)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var (solver, measured) = ((ConjugateGradient)ctx.get_data(Solver), (MeasurementOperator)ctx.get_data(Operator));
        var saved = ctx.get_saved_variables();
        var toRight = solver.Solve(measured, grad_output, saved[1], torch.zeros_like(grad_output));
        var toRegularization = -(toRight * saved[0]).sum().reshape(saved[1].shape);
        scope.MoveToOuter(toRight, toRegularization);
        return [toRight, toRegularization, null!, null!, null!];
    }
}
