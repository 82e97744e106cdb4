using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// Σₖ wₖ ℓ(xₖ) over the estimates after the layers of the last continuation step (deep supervision: Lee et al., arXiv 1409.5185): layers before the last are
/// held to be estimates too.
/// </summary>
/// <param name="options">The options.</param>
[Component("layers")]
public sealed class Layers(LayersOptions options) : ILoss, IUsesLayers
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public bool SeesTruth => options.Loss.SeesTruth;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var inner = context.For(options.Loss);
        var layers = context.LayerEstimates().Count;
        if (options.Weighting == LayerWeighting.Last)
            return OfLayer(inner, layers - 1);
        var terms = Weights(layers).Select((weight, index) => OfLayer(inner, index) * weight);
        return terms.Aggregate((sum, term) => sum + term);
    }

    /// <summary>w₁ … w_L.</summary>
    internal IReadOnlyList<double> Weights(int layers)
    {
        var raw = Enumerable.Range(1, layers).Select(k => options.Weighting switch
        {
            LayerWeighting.Linear => k,
            LayerWeighting.Geometric => Math.Pow(options.Decay, layers - k),
            LayerWeighting.Last => k == layers ? 1 : 0,
            _ => 1.0,
        }).ToList();
        var sum = raw.Sum();
        return [.. raw.Select(weight => weight / sum)];
    }

    /// <summary>ℓ of the network that ends with a layer: where ℓ runs it again, on other measurements, that ends there too.</summary>
    private torch.Tensor OfLayer(LossContext context, int index) => options.Loss.Evaluate(context with
    {
        Output = Ended(context.Output, index),
        Reconstruct = other => Ended(context.Reconstruct(other), index),
    });

    private static Reconstruction Ended(Reconstruction output, int index) =>
        output with { Estimate = output.LayerEstimates[index], LayerEstimates = [.. output.LayerEstimates.Take(index + 1)] };
}
