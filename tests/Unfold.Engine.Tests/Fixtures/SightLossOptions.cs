namespace Unfold.Engine.Tests;

public sealed record SightLossOptions
{
    public bool IsBlind { get; init; }
}
