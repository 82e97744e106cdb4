using TorchSharp;

namespace Unfold.Equilibrium;

/// <summary>
/// The identity on f(z*), with the gradient of the equilibrium: for incoming gradients v of f(z*) and w of what else the layer c gave, it hands g = v + Jᵀg + Cᵀw on to
/// the layer, J and C being derivatives with respect to z*. From there to parameters and measurements the gradient is that of an ordinary layer.
/// </summary>
internal sealed class ImplicitGradient : torch.autograd.MultiTensorFunction<ImplicitGradient>
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
        var results = apply([context, .. outputs.Select(i => tensors[i])]).Zip(outputs).ToDictionary(p => p.Second, p => p.First);
        var index = 0;
        return reached.With(tensor => results.GetValueOrDefault(index++, tensor));
    }

    public override List<torch.Tensor> forward(torch.autograd.AutogradContext ctx, params object[] vars)
    {
        var context = (Context)vars[0];
        // The state's tensors belong to scopes that end before the backward pass, so they are saved, and put back into the record then.
        ctx.save_for_backward([.. context.Equation.State.Tensors().Select(t => t.detach())]);
        ctx.save_data(Given, context);
        // Kept for zeros that would take the place of missing gradients, they would belong to a scope that ends too soon.
        ctx.set_materialize_grads(false);
        return [.. vars.Skip(1).Cast<torch.Tensor>().Select(t => t.alias())];
    }

    public override List<torch.Tensor> backward(torch.autograd.AutogradContext ctx, List<torch.Tensor> grad_outputs)
    {
        using var scope = torch.NewDisposeScope();
        var (equation, outputs, solver) = (Context)ctx.get_data(Given);
        var saved = ctx.get_saved_variables();
        var position = 0;
        var state = equation.State.With(_ => saved[position++]);
        equation = equation with { State = state };

        using var gradient = torch.enable_grad();
        var point = equation.Layout.Rows(state).detach().requires_grad_(true);
        var layer = equation.Network.Layer(equation.Layout.Place(state, point), equation.Observed, 0);
        var image = equation.Layout.Rows(layer);
        using var noGradient = torch.no_grad();
        var incoming = Incoming(equation, state, outputs, grad_outputs, layer, point);
        var solution = solver.Solve(g => incoming + Product(image, point, g), incoming);

        var toMoving = equation.Layout.Split(state, solution).ToDictionary(p => p.Index, p => p.Tensor);
        List<torch.Tensor> results = [null!, .. outputs.Select((index, i) => toMoving.GetValueOrDefault(index, grad_outputs[i]))];
        foreach (var tensor in results.Where(t => t is not null && scope.Contains(t)))
            scope.MoveToOuter(tensor);
        return results;
    }

    /// <summary>v + Cᵀw, [batch, d].</summary>
    private static torch.Tensor Incoming(
        Equation equation, LayerState state, int[] outputs, List<torch.Tensor> gradients, LayerState layer, torch.Tensor point)
    {
        var tensors = state.Tensors().ToList();
        var moving = equation.Layout.Moving.Count();
        var incoming = equation.Layout.Rows(outputs.Take(moving).Select((index, i) => IsMissing(gradients[i]) ? torch.zeros_like(tensors[index]) : gradients[i]));
        var made = layer.Tensors().ToList();
        for (var i = moving; i < outputs.Length; i++)
        {
            if (!IsMissing(gradients[i]))
                incoming = incoming + Product(made[outputs[i]], point, gradients[i]);
        }

        return incoming;
    }

    /// <summary>The vector-Jacobian product (∂output/∂z)ᵀ g, [batch, d]; zero where the output does not depend on z.</summary>
    private static torch.Tensor Product(torch.Tensor output, torch.Tensor point, torch.Tensor g)
    {
        var product = output.requires_grad ? torch.autograd.grad([output], [point], [g], retain_graph: true, allow_unused: true)[0] : null;
        return product is null || product.IsInvalid ? torch.zeros_like(point) : product;
    }

    private static bool IsMissing(torch.Tensor? gradient) => gradient is null || gradient.IsInvalid;

    private sealed record Context(Equation Equation, int[] Outputs, FixedPointSolver Solver);
}
