using TorchSharp;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Networks;

/// <summary>
/// Layers that were run without keeping what their backward pass needs: only the state before them is kept, and they are run again when their gradient is
/// asked for. Their state afterwards stands cut off from it, as leaves that gather the gradient of what comes later.
/// </summary>
internal sealed class RecomputedSegment : IDisposable
{
    private readonly LayerStretch _layers;
    private readonly LayerState _start;
    private readonly RandomMoment _random;
    private readonly List<torch.Tensor> _leaves;

    private RecomputedSegment(LayerStretch layers, LayerState start, RandomMoment random, LayerState end, IEnumerable<torch.Tensor> estimates)
    {
        (_layers, _start, _random, End) = (layers, start, random, end);
        _leaves = [.. end.Tensors().Concat(estimates)];
        // They are needed until the backward pass, whatever scopes are closed till then.
        foreach (var tensor in _start.Tensors().Concat(_leaves))
            tensor.DetachFromDisposeScope();
    }

    /// <summary>The state after the layers.</summary>
    public LayerState End { get; }

    /// <param name="layers">The layers.</param>
    /// <param name="start">The state before them.</param>
    /// <param name="device">Where they run.</param>
    /// <param name="number">Which segment of the step it is: it draws from a random stream of its own where the device's cannot be put back.</param>
    /// <param name="estimates">Takes the estimates after its layers.</param>
    public static RecomputedSegment Run(LayerStretch layers, LayerState start, torch.Device device, int number, List<torch.Tensor> estimates)
    {
        var random = RandomMoment.Take(device, number);
        // Its own handles on what came before, and copies to start from: layers that need no gradient may write into them.
        var kept = start.With(tensor => tensor.alias());
        var forward = layers with { Between = Leaf };
        var before = estimates.Count;
        var end = forward.Run(forward.Scopes.Run(() => start.With(Copy)), estimates);
        return new RecomputedSegment(layers, kept, random, end, estimates.Skip(before));
    }

    /// <summary>Adds the gradients of the layers' parameters, and of the state before them, for the gradients that its leaves have gathered.</summary>
    public void Backward()
    {
        using var scope = torch.NewDisposeScope();
        using var gradient = torch.enable_grad();
        if (_leaves.TrueForAll(leaf => leaf.grad is null))
            return;
        using var buffers = new KeptBuffers(_layers.Network);
        using var now = _random.Return();
        var inputs = _start.With(Copy);
        var estimates = new List<torch.Tensor>();
        // Scopes of its own: those of the forward pass hold tensors of that one.
        var end = (_layers with { Scopes = new LayerScopes() }).Run(inputs, estimates);
        Propagate(end.Tensors().Concat(estimates), _leaves);
        Propagate(_start.Tensors(), inputs.Tensors());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _random.Dispose();
        foreach (var tensor in _start.Tensors().Concat(_leaves))
            tensor.Dispose();
    }

    // The graph is kept: that of measurements which are an estimate's own, or of a prox-centre, is passed through once for every segment.
    private static void Propagate(IEnumerable<torch.Tensor> outputs, IEnumerable<torch.Tensor> leaves)
    {
        var graded = outputs.Zip(leaves, (output, leaf) => (Output: output, leaf.grad, Leaf: leaf))
            .DistinctBy(pair => pair.Leaf, ReferenceEqualityComparer.Instance)
            .Where(pair => pair.grad is not null && pair.Output.requires_grad)
            .ToList();
        if (graded.Count > 0)
            torch.autograd.backward([.. graded.Select(pair => pair.Output)], [.. graded.Select(pair => pair.grad!)], retain_graph: true);
    }

    private static torch.Tensor Copy(torch.Tensor tensor) => Graded(tensor.detach().clone(), tensor);

    // A handle of its own always: a state may hold the network's own parameters and buffers.
    private static torch.Tensor Leaf(torch.Tensor tensor) => Graded(tensor.detach(), tensor);

    private static torch.Tensor Graded(torch.Tensor leaf, torch.Tensor like)
    {
        if (like.requires_grad)
            leaf.requires_grad = true;
        return leaf;
    }
}
