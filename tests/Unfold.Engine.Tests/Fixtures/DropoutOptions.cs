namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="DropoutArchitecture"/>.</summary>
internal sealed record DropoutOptions
{
    public double Rate { get; init; } = 0.3;
}
