namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="LayeredArchitecture"/>.</summary>
internal sealed record LayeredOptions
{
    public int Layers { get; init; } = 3;

    public double Dropout { get; init; }
}
