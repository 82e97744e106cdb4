using TorchSharp;

namespace Unfold.Engine.Networks;

/// <summary>Runs the layers of one solve as a <see cref="ForwardPass"/> asks for. Where it asks for nothing, this is <see cref="UnfoldingNetwork.RunLayers"/>.</summary>
/// <param name="network">The network.</param>
/// <param name="pass">How.</param>
/// <param name="segments">Takes what the backward pass has to compute again, in the order of the forward pass.</param>
internal sealed class LayerLoop(UnfoldingNetwork network, ForwardPass pass, ICollection<RecomputedSegment> segments)
{
    /// <returns>The state after the last layer and the estimates after every one, none where they are not asked for; all belong to the caller's scope.</returns>
    public (LayerState State, IReadOnlyList<torch.Tensor> Estimates) Run(Observation observed, ContinuationStep step, LayerState? previous)
    {
        if (pass.Layers is { } most)
            step = step with { Layers = Math.Min(most, step.Layers ?? network.Layers) };
        var isGraded = torch.is_grad_enabled();
        var layers = step.Layers ?? network.Layers;
        var withoutGradient = isGraded && pass.GradientLayers is { } last ? Math.Max(0, layers - last) : 0;
        var isRecomputed = isGraded && pass.Recompute is not null;
        if (!pass.KeepsEstimates && !isRecomputed && withoutGradient == 0)
            return (network.RunLayers(observed, step, previous), []);

        var scopes = new LayerScopes();
        var estimates = new List<torch.Tensor>(layers);
        var state = scopes.Run(() => network.Begin(observed, step, previous));
        state = Truncated(state, observed, withoutGradient, scopes, estimates);
        if (!isRecomputed)
            return (Stretch(observed, withoutGradient, layers, scopes).Run(state, estimates), estimates);
        foreach (var (from, to) in Segments(withoutGradient, layers, pass.Recompute!.Value))
        {
            var segment = RecomputedSegment.Run(Stretch(observed, from, to, new LayerScopes()), state, observed.Y.device, segments.Count, estimates);
            segments.Add(segment);
            state = segment.End;
        }

        return (state, estimates);
    }

    // The graph of each layer is let go at once. What a solve begins with (its prox-centre, its step sizes) is an input of every layer, and keeps its gradient.
    private LayerState Truncated(LayerState begun, Observation observed, int layers, LayerScopes scopes, List<torch.Tensor> estimates)
    {
        var inputs = begun.Tensors().ToHashSet<torch.Tensor>(ReferenceEqualityComparer.Instance);
        return new LayerStretch(network, observed, 0, layers, scopes, tensor => inputs.Contains(tensor) ? tensor : tensor.detach(), pass.KeepsEstimates).Run(begun, estimates);
    }

    private LayerStretch Stretch(Observation observed, int from, int to, LayerScopes scopes) => new(network, observed, from, to, scopes, Between: null, pass.KeepsEstimates);

    private static IEnumerable<(int From, int To)> Segments(int from, int to, RecomputeRule rule)
    {
        var layers = to - from;
        var length = rule == RecomputeRule.EveryLayer ? 1 : (int)Math.Ceiling(layers / Math.Ceiling(Math.Sqrt(layers)));
        for (var start = from; start < to; start += length)
            yield return (start, Math.Min(to, start + length));
    }
}
