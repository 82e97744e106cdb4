namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="ConstantArchitecture"/>.</summary>
internal sealed record ConstantOptions
{
    /// <summary>The estimate before training, normalised units.</summary>
    public double Start { get; init; }

    /// <summary>The largest estimate that the network allows itself; null for any.</summary>
    public double? Largest { get; init; }

    /// <summary>Layers, which do nothing.</summary>
    public int Layers { get; init; }

    public bool Fails { get; init; }
}
