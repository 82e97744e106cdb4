namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="MeanResidualLoss"/>.</summary>
internal sealed record MeanResidualOptions
{
    public double Slope { get; init; } = 1;
}
