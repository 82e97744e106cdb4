namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="NumbersLoss"/>.</summary>
internal sealed record NumbersOptions
{
    public double Number { get; init; }

    public float Single { get; init; }

    public TimeSpan? Unwritable { get; init; }
}
