using System.ComponentModel.DataAnnotations;

namespace Unfold.Losses;

/// <summary>Options of <see cref="Splitting"/>.</summary>
public sealed record SplittingOptions
{
    /// <summary>ρ, the share of the measurements that is held out; their number is rounded, and at least one is on either side.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double HeldOut { get; init; } = 0.4;
}
