using System.ComponentModel.DataAnnotations;

namespace Unfold.SparseRecovery;

/// <summary>Options of <see cref="TiedLista"/>.</summary>
public sealed record TiedListaOptions
{
    /// <summary>Layers K.</summary>
    [Range(1, 100_000)]
    public int Layers { get; init; } = 16;

    /// <summary>Weight λ of ‖x‖₁ of the initial network: the threshold starts at λ/L, normalised units.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double Lambda { get; init; } = 0.4;
}
