using TorchSharp;
using Unfold.Deconet;
using Unfold.StartEstimates;

namespace Unfold.Classical;

/// <summary>The iterations of <see cref="Tfocs"/>: a layer updates the duals with x, then gives x of the new duals.</summary>
internal sealed class TfocsNetwork : UnfoldingNetwork
{
    private readonly TfocsOptions _options;
    private readonly FixedAnalysis _analysis;

    public TfocsNetwork(TfocsOptions options, FixedAnalysis analysis)
        : base("tfocs")
    {
        (_options, _analysis) = (options, analysis);
        register_module("analysis", analysis);
    }

    public override int Layers => _options.Layers;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var kept = step.KeepDual ? (TfocsState?)previous : null;
        var centre = step.Centre ?? observed.Operator.Adjoint(observed.Y);
        var bound = _options.NoiseBound.Of(observed);
        var state = new TfocsState(
            centre, centre, torch.tensor(bound, dtype: observed.Y.dtype, device: observed.Y.device), kept?.Analysis, kept?.Data, _options.Smoothing * step.SmoothingFactor, Theta: 1);
        return kept?.Analysis is null ? state : Primal(state, observed);
    }

    /// <summary>z₁⁺ = clip(z₁ − (t₁/θ)Wx), z₂⁺ = shrink(z₂ − (t₂/θ)(y − Ax), (t₂/θ)ε), and the averages of both.</summary>
    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (TfocsState)state;
        var (theta, norm) = (current.Theta, observed.Operator.Norm);
        var ratio1 = (1 - _options.StepBalance) * current.Smoothing / (_analysis.NormSquared * theta);
        var ratio2 = _options.StepBalance * current.Smoothing / (norm * norm * theta);

        var z1 = From(current.Analysis, _analysis.Apply(current.X) * -ratio1).clamp(-1, 1);
        var moved = From(current.Data, (observed.Y - observed.Operator.Apply(current.X)) * -ratio2);
        var z2 = Shrinkage.Apply(ShrinkageRule.Block, moved.t(), current.Bound * ratio2).t();

        var next = MomentumSequence.Next(MomentumRule.Accelerated, theta, current.Smoothing);
        return Primal(
            current with
            {
                Analysis = DualUpdate.Pure(current.Analysis, z1, theta, next, DualCentreRule.Dual),
                Data = DualUpdate.Pure(current.Data, z2, theta, next, DualCentreRule.Dual),
                Theta = next,
            },
            observed);
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((TfocsState)state).X.alias();

    private static torch.Tensor From(DualVariables? duals, torch.Tensor move) => duals is null ? move : duals.Point + move;

    /// <summary>x = x0 + (Wᵀv₁ − Aᵀv₂)/µ minimises the Lagrangian.</summary>
    private TfocsState Primal(TfocsState state, Observation observed) => state with
    {
        X = state.Centre + ((_analysis.Adjoint(state.Analysis!.Combined) - observed.Operator.Adjoint(state.Data!.Combined)) / state.Smoothing),
    };
}
