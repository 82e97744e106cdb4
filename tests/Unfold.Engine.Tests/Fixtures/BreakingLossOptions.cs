namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="BreakingLoss"/>.</summary>
internal sealed record BreakingLossOptions
{
    public int FromStep { get; init; } = 5;
}
