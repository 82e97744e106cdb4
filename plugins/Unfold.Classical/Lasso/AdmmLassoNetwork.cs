using TorchSharp;

namespace Unfold.Classical;

/// <summary>The iterations of <see cref="AdmmLasso"/>.</summary>
internal sealed class AdmmLassoNetwork : UnfoldingNetwork
{
    private readonly AdmmLassoOptions _options;
    private readonly MeasurementOperator _own;
    private readonly torch.Tensor _inverse;

    /// <param name="options">The options.</param>
    /// <param name="own">The problem's operator.</param>
    /// <param name="inverse">Its factorisation.</param>
    public AdmmLassoNetwork(AdmmLassoOptions options, MeasurementOperator own, torch.Tensor inverse)
        : base("admm-lasso")
    {
        (_options, _own) = (options, own);
        _inverse = inverse.DetachFromDisposeScope();
        register_buffer("inverse", _inverse);
    }

    public override int Layers => _options.Layers;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var correlation = observed.Operator.Adjoint(observed.Y);
        var inverse = ReferenceEquals(observed.Operator, _own) ? _inverse : RidgeSystem.Inverse(observed.Operator, _options.Rho, observed.Y.device);
        return new AdmmLassoState(torch.zeros_like(correlation), torch.zeros_like(correlation), correlation, inverse);
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (AdmmLassoState)state;
        var right = current.Correlation + ((current.Z - current.U) * _options.Rho);
        var moved = RidgeSystem.Solve(observed.Operator, _options.Rho, current.Inverse, right) + current.U;
        // soft(v) = v − clip(v), and what is left over is the next u.
        var threshold = _options.Lambda / _options.Rho;
        var dual = moved.clamp(-threshold, threshold);
        return current with { Z = moved - dual, U = dual };
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((AdmmLassoState)state).Z.alias();
}
