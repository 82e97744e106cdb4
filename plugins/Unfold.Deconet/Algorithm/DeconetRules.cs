namespace Unfold.Deconet;

/// <summary>The rules of an algorithm, every null of <see cref="DeconetOptions"/> resolved.</summary>
internal sealed record DeconetRules(
    double Smoothing,
    AnalysisInit Init,
    GradientRule Gradient,
    DualBoundRule DualBound,
    DualCentreRule DualCentre,
    ShrinkageRule Shrinkage,
    NoiseBoundRule NoiseBound,
    MomentumRule Momentum,
    StepSizeRule StepSizes,
    OutputRangeRule OutputRange,
    OutputRangeRule Box)
{
    /// <summary>TFOCS's Lipschitz constant as DECONET hard-codes it.</summary>
    public const double PublishedLipschitz = 1000;

    public bool UsesOracle => NoiseBound == NoiseBoundRule.Oracle || OutputRange == OutputRangeRule.Truth || Box == OutputRangeRule.Truth;

    public static DeconetRules Of(DeconetOptions o)
    {
        var published = o.AsPublished;
        return new DeconetRules(
            o.Smoothing ?? (published ? 100 : 10),
            o.Init ?? AnalysisInit.Kaiming,
            o.Gradient ?? (published ? GradientRule.LastLayer : GradientRule.Full),
            o.DualBound ?? (published ? DualBoundRule.StepSize : DualBoundRule.Unit),
            o.DualCentre ?? (published ? DualCentreRule.Combined : DualCentreRule.Dual),
            o.Shrinkage ?? (published ? ShrinkageRule.Elementwise : ShrinkageRule.Block),
            o.NoiseBound ?? (published ? NoiseBoundRule.Oracle : NoiseBoundRule.Known),
            o.Momentum ?? (published ? MomentumRule.Geometric : MomentumRule.Accelerated),
            o.StepSizes ?? (published ? StepSizeRule.Decaying : StepSizeRule.Norms),
            o.OutputRange ?? (published ? OutputRangeRule.Truth : OutputRangeRule.None),
            o.Box ?? OutputRangeRule.None);
    }
}
