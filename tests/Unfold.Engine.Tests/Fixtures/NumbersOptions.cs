using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="NumbersLoss"/>.</summary>
internal sealed record NumbersOptions
{
    public double Number { get; init; }

    public float Single { get; init; }

    [Range(0, 1)]
    public IReadOnlyList<double> Weights { get; init; } = [];

    public TimeSpan? Unwritable { get; init; }
}
