using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="Hadamard"/>.</summary>
public sealed record HadamardOptions
{
    /// <summary>Measurement ratio m/n; m is rounded, at least 1.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Ratio { get; init; } = 0.25;

    /// <summary>Whether the signal's entries get random signs first, D in A = R H D: a signal that is sparse in H or smooth is then measured as well as any other.</summary>
    public bool RandomSigns { get; init; } = true;

    /// <summary>Noise on the measurements; null for none.</summary>
    public INoise? Noise { get; init; }
}
