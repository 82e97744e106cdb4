using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Optimizers;

/// <summary>Options of <see cref="Sgd"/>.</summary>
public sealed record SgdOptions
{
    /// <summary>Learning rate η.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1e-2;

    /// <summary>Momentum.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Momentum { get; init; }

    /// <summary>Nesterov's form of the momentum; needs a positive <see cref="Momentum"/>.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Weight decay, an ℓ2 term in the gradient.</summary>
    [Range(0, 1)]
    public double WeightDecay { get; init; }
}
