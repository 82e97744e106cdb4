using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Landscapes;

/// <summary>Gradient and Hessian-vector products of a loss by double backward, over all parameters as one vector.</summary>
/// <param name="parameters">θ.</param>
/// <param name="objective">The loss at the parameters' present values, a scalar with its graph.</param>
internal sealed class HessianProduct(IReadOnlyList<Parameter> parameters, Func<torch.Tensor> objective)
{
    /// <summary>∇L, [n]; zero where the loss does not depend on a parameter.</summary>
    public torch.Tensor Gradient()
    {
        using var scope = torch.NewDisposeScope();
        using var gradient = torch.enable_grad();
        var loss = objective();
        return (loss.requires_grad ? Flat(Differentiate(loss, createGraph: false)) : Zeros()).MoveToOuterDisposeScope();
    }

    /// <summary>∇²L v, [n] to [n].</summary>
    public torch.Tensor Times(torch.Tensor vector)
    {
        using var scope = torch.NewDisposeScope();
        using var gradient = torch.enable_grad();
        var loss = objective();
        if (!loss.requires_grad)
            return Zeros().MoveToOuterDisposeScope();
        var slope = (Flat(Differentiate(loss, createGraph: true)) * vector).sum();
        return (slope.requires_grad ? Flat(Differentiate(slope, createGraph: false)).detach() : Zeros()).MoveToOuterDisposeScope();
    }

    private IList<torch.Tensor> Differentiate(torch.Tensor scalar, bool createGraph) =>
        torch.autograd.grad([scalar], [.. parameters], grad_outputs: null, retain_graph: createGraph, create_graph: createGraph, allow_unused: true);

    private torch.Tensor Flat(IList<torch.Tensor> parts) =>
        torch.cat([.. parts.Select((part, i) => part is null || part.IsInvalid ? torch.zeros_like(parameters[i]).flatten() : part.flatten())]);

    private torch.Tensor Zeros() => torch.cat([.. parameters.Select(p => torch.zeros_like(p).flatten())]);
}
