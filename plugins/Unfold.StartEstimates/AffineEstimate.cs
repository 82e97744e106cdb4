using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>A network without layers and parameters: x̂ = b + B y.</summary>
internal sealed class AffineEstimate : UnfoldingNetwork
{
    private readonly torch.Tensor _offset;
    private readonly torch.Tensor? _mapTransposed;

    /// <param name="offset">b, [n].</param>
    /// <param name="map">B, [n, m], or null for zero.</param>
    public AffineEstimate(torch.Tensor offset, torch.Tensor? map)
        : base("affine-estimate")
    {
        _offset = offset.DetachFromDisposeScope();
        register_buffer("offset", _offset);
        if (map is not null)
        {
            _mapTransposed = map.t().contiguous().DetachFromDisposeScope();
            register_buffer("map_transposed", _mapTransposed);
        }
    }

    public override int Layers => 0;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) =>
        new FixedEstimateState(_mapTransposed is null
            ? _offset.expand(observed.Y.shape[0], -1)
            : torch.addmm(_offset, observed.Y, _mapTransposed, 1, 1));

    public override LayerState Layer(LayerState state, Observation observed, int k) => state;

    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((FixedEstimateState)state).X.alias();
}
