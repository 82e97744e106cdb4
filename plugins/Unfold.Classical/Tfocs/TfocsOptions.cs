using System.ComponentModel.DataAnnotations;
using Unfold.StartEstimates;

namespace Unfold.Classical;

/// <summary>Options of <see cref="Tfocs"/>.</summary>
public sealed record TfocsOptions
{
    /// <summary>Layers K: dual updates. (DECONET's L layers make L − 1.)</summary>
    [Range(1, 100_000)]
    public int Layers { get; init; } = 300;

    /// <summary>The analysis operator W.</summary>
    public AnalysisTransform Analysis { get; init; } = AnalysisTransform.Differences;

    /// <summary>Smoothing parameter µ.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double Smoothing { get; init; } = 10;

    /// <summary>
    /// Balance ω of the steps t₁ = (1−ω)µ/‖W‖² and t₂ = ωµ/‖A‖², which converge together as λmax(t₁WᵀW + t₂AᵀA) ≤ µ. One common step is
    /// ω = ‖A‖²/(‖W‖²+‖A‖²), and much slower where the norms differ.
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double StepBalance { get; init; } = 0.5;

    /// <summary>The bound ε on ‖y − Ax‖₂.</summary>
    public ResidualBound NoiseBound { get; init; } = ResidualBound.Known;
}
