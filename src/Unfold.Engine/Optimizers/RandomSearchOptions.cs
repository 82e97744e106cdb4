using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Optimizers;

/// <summary>Options of <see cref="RandomSearch"/>.</summary>
public sealed record RandomSearchOptions
{
    /// <summary>Candidates a step, evaluated beside the present parameters: a step costs so many evaluations and one more.</summary>
    [Range(1, 100_000)]
    public int Candidates { get; init; } = 16;

    /// <summary>
    /// The learning rate: standard deviation of candidates around the present parameters at the second step, as a share of the range's width
    /// (of its logarithm, for a logarithmic range). A schedule multiplies it.
    /// </summary>
    [Range(0, 10, MinimumIsExclusive = true)]
    public double Spread { get; init; } = 0.2;

    /// <summary>Factor on the standard deviation after every step.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Shrink { get; init; } = 0.9;

    /// <summary>The standard deviation that shrinking and schedule stop at, as a share of the range's width.</summary>
    [Range(0, 10)]
    public double SmallestSpread { get; init; } = 1e-3;
}
