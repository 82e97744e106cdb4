using System.ComponentModel.DataAnnotations;

namespace Unfold.Losses;

/// <summary>Options of <see cref="Layers"/>.</summary>
public sealed record LayersOptions
{
    /// <summary>ℓ, the loss of each layer's estimate.</summary>
    public ILoss Loss { get; init; } = new MeanSquaredError(new NoOptions());

    /// <summary>The weights wₖ.</summary>
    public LayerWeighting Weighting { get; init; } = LayerWeighting.Uniform;

    /// <summary>γ of the geometric weights (0.8: Teed and Deng, arXiv 2003.12039).</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Decay { get; init; } = 0.8;
}
