using TorchSharp;

namespace Unfold.Equilibrium;

/// <summary>
/// The identity on f(z*), with the gradient of the equilibrium: for incoming gradients v of f(z*) and w of what else the layer c gave, it hands g = v + Jᵀg + Cᵀw on to
/// the layer, J and C being derivatives with respect to z*. From there to parameters and measurements the gradient is that of an ordinary layer.
/// </summary>
internal sealed class ImplicitGradient : torch.autograd.SingleTensorFunction<ImplicitGradient>
{
    private const string Given = "given";

    public override string Name => nameof(ImplicitGradient);

    /// <param name="equation">At its solution.</param>
    /// <param name="reached">f's state there, with gradient.</param>
    /// <param name="solver">Solves for g.</param>
    /// <returns>The same state.</returns>
    public static LayerState Through(Equation equation, LayerState reached, FixedPointSolver solver)
    {
        var tensors = reached.Tensors().ToList();
        int[] outputs = [.. equation.Layout.Moving, .. equation.Layout.Carried.Where(i => tensors[i].requires_grad)];
        var context = new Context(equation, outputs, solver);
        // As one tensor, so that there always is a gradient: what a loss does not look at has zeros.
        var together = apply(context, torch.cat([.. outputs.Select(i => tensors[i].reshape(-1))]));
        var parts = Split(together, outputs, tensors);
        var index = 0;
        return reached.With(tensor => parts.GetValueOrDefault(index++, tensor));
    }

    public override torch.Tensor forward(torch.autograd.AutogradContext ctx, params object[] vars)
    {
        var context = (Context)vars[0];
        // The state's tensors belong to scopes that end before the backward pass, so they are saved, and put back into the record then.
        ctx.save_for_backward([.. context.Equation.State.Tensors().Select(t => t.detach())]);
        ctx.save_data(Given, context);
        return ((torch.Tensor)vars[1]).alias();
    }

    public override List<torch.Tensor> backward(torch.autograd.AutogradContext ctx, torch.Tensor grad_output)
    {
        using var scope = torch.NewDisposeScope();
        var (equation, outputs, solver) = (Context)ctx.get_data(Given);
        var saved = ctx.get_saved_variables();
        var position = 0;
        equation = equation with { State = equation.State.With(_ => saved[position++]) };

        using var gradient = torch.enable_grad();
        var point = equation.Layout.Rows(equation.State).detach().requires_grad_(true);
        var layer = equation.Network.Layer(equation.Layout.Place(equation.State, point), equation.Observed, 0);
        var image = equation.Layout.Rows(layer);
        using var noGradient = torch.no_grad();
        var gradients = Split(grad_output, outputs, [.. layer.Tensors()]);
        var incoming = Incoming(equation.Layout, gradients, [.. layer.Tensors()], point);
        var solution = solver.Solve(g => incoming + Product(image, point, g), incoming);
        foreach (var (index, part) in equation.Layout.Split(equation.State, solution))
            gradients[index] = part;
        return [null!, torch.cat([.. outputs.Select(i => gradients[i].reshape(-1))]).MoveToOuterDisposeScope()];
    }

    /// <summary>v + Cᵀw, [batch, d].</summary>
    private static torch.Tensor Incoming(StateLayout layout, Dictionary<int, torch.Tensor> gradients, List<torch.Tensor> layer, torch.Tensor point) =>
        layout.Carried.Where(gradients.ContainsKey).Aggregate(
            layout.Rows(layout.Moving.Select(i => gradients[i])), (sum, i) => sum + Product(layer[i], point, gradients[i]));

    /// <summary>The vector-Jacobian product (∂output/∂z)ᵀ g, [batch, d]; zero where the output does not depend on z.</summary>
    private static torch.Tensor Product(torch.Tensor output, torch.Tensor point, torch.Tensor g)
    {
        var product = output.requires_grad ? torch.autograd.grad([output], [point], [g], retain_graph: true, allow_unused: true)[0] : null;
        return product is null || product.IsInvalid ? torch.zeros_like(point) : product;
    }

    /// <summary>The parts of one tensor by their position in a state, in the shapes that they have there.</summary>
    private static Dictionary<int, torch.Tensor> Split(torch.Tensor together, int[] outputs, List<torch.Tensor> like)
    {
        long offset = 0;
        var parts = new Dictionary<int, torch.Tensor>();
        foreach (var index in outputs)
        {
            parts[index] = together.narrow(0, offset, like[index].numel()).reshape(like[index].shape);
            offset += like[index].numel();
        }

        return parts;
    }

    private sealed record Context(Equation Equation, int[] Outputs, FixedPointSolver Solver);
}
