using System.ComponentModel.DataAnnotations;

namespace Unfold.Deconet;

/// <summary>
/// Options of <see cref="Deconet"/>. The default is the algorithm that solves the smoothed ℓ1-analysis problem; <see cref="AsPublished"/>
/// turns every rule to what the published code does, and each rule can be set by itself: one left null follows <see cref="AsPublished"/>.
/// </summary>
public sealed record DeconetOptions : IValidatableObject
{
    /// <summary>Every rule left null as in vicky-k-19/deconet f15b4a9 (the code of arXiv 2205.07050).</summary>
    public bool AsPublished { get; init; }

    /// <summary>Layers L: L primal points, L − 1 dual updates between them.</summary>
    [Range(1, 10_000)]
    public int Layers { get; init; } = 10;

    /// <summary>Redundancy N/n of the analysis operator W ∈ ℝᴺˣⁿ.</summary>
    [Range(0, 1000, MinimumIsExclusive = true)]
    public double Redundancy { get; init; } = 10;

    /// <summary>Smoothing parameter µ. Null: 100 as published, else 10.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double? Smoothing { get; init; }

    /// <summary>Initial W. Null: Kaiming.</summary>
    public AnalysisInit? Init { get; init; }

    /// <summary>Factor on the initial W.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double InitScale { get; init; } = 1;

    /// <summary>The prox-centre x0 of the first solve. Null: Aᵀy.</summary>
    public IArchitecture? Start { get; init; }

    /// <summary>Through which layers gradients flow. Null: the last as published, else all.</summary>
    public GradientRule? Gradient { get; init; }

    /// <summary>Bound on the entries of z₁. Null: the step size as published, else 1.</summary>
    public DualBoundRule? DualBound { get; init; }

    /// <summary>Where the dual step starts. Null: the combined point as published, else z.</summary>
    public DualCentreRule? DualCentre { get; init; }

    /// <summary>The prox of ε‖z₂‖. Null: elementwise as published, else the ℓ2 block.</summary>
    public ShrinkageRule? Shrinkage { get; init; }

    /// <summary>The bound ε on ‖y − Ax‖₂. Null: the batch's true noise norm as published, else σ√m.</summary>
    public NoiseBoundRule? NoiseBound { get; init; }

    /// <summary>The momentum sequence θ. Null: geometric as published, else accelerated.</summary>
    public MomentumRule? Momentum { get; init; }

    /// <summary>The step sizes t₁, t₂. Null: decaying as published, else from the operator norms.</summary>
    public StepSizeRule? StepSizes { get; init; }

    /// <summary>The range that estimates are clamped to. Null: the truth's as published, else none (the metrics clip to the dataset's).</summary>
    public OutputRangeRule? OutputRange { get; init; }

    /// <summary>
    /// The range that every layer holds x in: the solved problem's constraint, where <see cref="OutputRange"/> only cuts its solution. Null: none.
    /// </summary>
    public OutputRangeRule? Box { get; init; }

    /// <summary>
    /// Balance ω of <see cref="StepSizeRule.Norms"/>: t₁ = (1−ω)µ/‖W‖², t₂ = ωµ/‖A‖². Null: ω = ‖A‖²/(‖W‖²+‖A‖²), one common step.
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? StepBalance { get; init; }

    /// <summary>Learn ω, starting from <see cref="StepBalance"/> (or its default for the initial W).</summary>
    public bool LearnStepBalance { get; init; }

    /// <summary>Learn µ (as its logarithm), starting from <see cref="Smoothing"/>.</summary>
    public bool LearnSmoothing { get; init; }

    /// <summary>
    /// Learn a factor on t₁ and one on t₂ for every layer, positive and, with <see cref="StepSizeRule.Norms"/>, never beyond the bound that
    /// the steps converge under. All start at 1.
    /// </summary>
    public bool LearnSteps { get; init; }

    /// <summary>Learn the radius of z₁'s ball for every layer: the weight λ_k of ‖Wx‖₁, positive. All start at 1.</summary>
    public bool LearnThresholds { get; init; }

    /// <summary>
    /// Weight of a penalty on W's defect from a tight frame, ‖WᵀW − cI‖²_F / (c²n) with c = tr(WᵀW)/n, added to the training loss. Null: none.
    /// </summary>
    [Range(0, 1e6)]
    public double? TightFrame { get; init; }

    /// <summary>First t₁ of <see cref="StepSizeRule.Decaying"/>.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Step1 { get; init; } = 1;

    /// <summary>First t₂ of <see cref="StepSizeRule.Decaying"/>.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Step2 { get; init; } = 1;

    /// <summary>Factor a on t₁ per layer of <see cref="StepSizeRule.Decaying"/> (published: 0.5 MNIST, 0.7 CIFAR-10).</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double StepDecay1 { get; init; } = 0.5;

    /// <summary>Factor b on t₂ per layer of <see cref="StepSizeRule.Decaying"/> (published: 0.3 MNIST, 0.5 CIFAR-10).</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double StepDecay2 { get; init; } = 0.3;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The published code detaches the duals, and with them all that these would learn from.
        if (DeconetRules.Of(this).Gradient == GradientRule.LastLayer && (LearnSteps || LearnThresholds))
        {
            yield return new ValidationResult(
                "what layers learn for themselves needs the gradient through all of them: set gradient to 'full'", [LearnSteps ? nameof(LearnSteps) : nameof(LearnThresholds)]);
        }
    }
}
