using System.ComponentModel.DataAnnotations;

namespace Unfold.Losses;

/// <summary>Options of <see cref="Sure"/>.</summary>
public sealed record SureOptions
{
    /// <summary>Which error is estimated.</summary>
    public SureDomain Domain { get; init; } = SureDomain.Projected;

    /// <summary>
    /// τ, how far measurements are moved to take the divergence, in the units of y: small beside the scale on which the network bends, large beside the
    /// rounding of its output.
    /// </summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Perturbation { get; init; } = 1e-3;

    /// <summary>Probes b a batch; each costs a run of the network, and the estimate's variance falls with their number.</summary>
    [Range(1, 1000)]
    public int Probes { get; init; } = 1;
}
