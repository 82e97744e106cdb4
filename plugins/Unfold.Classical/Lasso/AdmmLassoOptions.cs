using System.ComponentModel.DataAnnotations;

namespace Unfold.Classical;

/// <summary>Options of <see cref="AdmmLasso"/>.</summary>
public sealed record AdmmLassoOptions
{
    /// <summary>Layers K: iterations.</summary>
    [Range(1, 100_000)]
    public int Layers { get; init; } = 100;

    /// <summary>Weight λ of ‖x‖₁, in normalised units.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double Lambda { get; init; } = 0.4;

    /// <summary>Penalty parameter ρ of the split x = z. Settles the speed, not the solution.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double Rho { get; init; } = 1;
}
