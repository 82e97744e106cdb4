using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Optimizers;

/// <summary>Options of <see cref="Adam"/> and <see cref="AdamW"/>.</summary>
public sealed record AdamOptions
{
    /// <summary>Learning rate η.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Decay β₁ of the mean of gradients.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay β₂ of the mean of squared gradients.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the denominator.</summary>
    [Range(0, 1)]
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Weight decay: an ℓ2 term in the gradient for adam, decoupled for adamw.</summary>
    [Range(0, 1)]
    public double WeightDecay { get; init; }
}
