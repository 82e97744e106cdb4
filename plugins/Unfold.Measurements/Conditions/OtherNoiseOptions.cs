using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="OtherNoise"/>.</summary>
public sealed record OtherNoiseOptions
{
    /// <summary>The middle of its metrics' names, such as <c>sigma-1e-2</c>: lower-case letters, digits and <c>-</c>.</summary>
    [RegularExpression("^[a-z0-9-]+$")]
    public required string Name { get; init; }

    /// <summary>The noise in place of the measurement's.</summary>
    public required INoise Noise { get; init; }

    /// <summary>Whether the network is told the new level.</summary>
    public bool Told { get; init; }
}
