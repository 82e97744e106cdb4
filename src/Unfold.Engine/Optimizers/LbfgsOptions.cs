using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Optimizers;

/// <summary>Options of <see cref="Lbfgs"/>.</summary>
public sealed record LbfgsOptions
{
    /// <summary>Learning rate η.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1;

    /// <summary>Iterations a step; each evaluates the same batch.</summary>
    [Range(1, 1000)]
    public int Iterations { get; init; } = 20;

    /// <summary>Update pairs kept.</summary>
    [Range(1, 1000)]
    public int History { get; init; } = 100;
}
