using System.ComponentModel.DataAnnotations;

namespace Unfold.Losses;

/// <summary>Options of <see cref="Huber"/>.</summary>
public sealed record HuberOptions
{
    /// <summary>δ, where the loss turns from quadratic to linear; normalised units.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Delta { get; init; } = 1;
}
