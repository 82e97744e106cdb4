using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>
/// The iterations of ADMM with the splits u = Dx, v = Ax and w = x (Boyd et al. 2011, section 3.4.3: over-relaxed), written in the
/// variables t = split + scaled dual: u = prox(t); x = M⁻¹(Dᵀ(2u − t) + …); t ← t + α(Dx − u).
/// </summary>
internal sealed class TotalVariationNetwork : UnfoldingNetwork
{
    // Of the pixel range, or of four standard deviations where there is none: differences below it are shrunk to nothing in an iteration. Settles the speed, not the solution.
    private const double RelativeThreshold = 0.05;
    private const double Relaxation = 1.8;

    // Keeps the quotient finite where a vector is zero; whatever is added, it stays zero there.
    private const double Tiny = 1e-30;

    private readonly TotalVariationOptions _options;
    private readonly Problem _problem;
    private readonly double _rangeWeight;
    private readonly double _threshold;
    private readonly torch.Tensor _inverse;
    private readonly torch.Tensor _matrix;
    private readonly torch.Tensor _weighted;

    public TotalVariationNetwork(TotalVariationOptions options, Problem problem, AdmmSystem system)
        : base("tv")
    {
        (_options, _problem, _rangeWeight) = (options, problem, system.RangeWeight);
        _threshold = RelativeThreshold * (problem.Scale.IsBounded ? problem.Scale.NormalizedMaximum - problem.Scale.NormalizedMinimum : 4);
        _inverse = system.Inverse.DetachFromDisposeScope();
        _matrix = system.Matrix.DetachFromDisposeScope();
        _weighted = system.Weighted.DetachFromDisposeScope();
        register_buffer("inverse", _inverse);
        register_buffer("matrix", _matrix);
        register_buffer("weighted", _weighted);
    }

    public override int Layers => _options.Iterations;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var y = observed.Y;
        var batch = y.shape[0];
        var shape = _problem.Shape;
        var zero = torch.zeros(batch, shape.Length, dtype: y.dtype, device: y.device);
        var bound = _options.NoiseBound.Of(observed);
        return new TotalVariationState(
            zero,
            torch.zeros([batch, 2, shape.Channels, shape.Height, shape.Width], dtype: y.dtype, device: y.device),
            y,
            _options.Box == BoxRule.None ? null : zero,
            torch.tensor(bound, dtype: y.dtype, device: y.device));
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (TotalVariationState)state;
        var gradient = Shrink(current.Gradient);
        var data = ProjectToBall(current.Data, observed.Y, current.Bound);
        var range = current.Range?.clamp(_problem.Scale.NormalizedMinimum, _problem.Scale.NormalizedMaximum);

        var right = ImageGradient.Adjoint((gradient * 2) - current.Gradient).reshape(current.X.shape)
            .addmm_((data * 2) - current.Data, _weighted, 1, 1);
        if (range is not null)
            right = right + (((range * 2) - current.Range!) * _rangeWeight);
        var x = torch.mm(right, _inverse);

        return current with
        {
            X = x,
            Gradient = current.Gradient + ((ImageGradient.Apply(AsImages(x)) - gradient) * Relaxation),
            Data = current.Data + ((torch.mm(x, _matrix.t()) - data) * Relaxation),
            Range = range is null ? null : current.Range! + ((x - range) * Relaxation),
        };
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((TotalVariationState)state).X.alias();

    private torch.Tensor AsImages(torch.Tensor x) => x.reshape(-1, _problem.Shape.Channels, _problem.Shape.Height, _problem.Shape.Width);

    /// <summary>The prox of the norm: of each pixel's two differences together, or of each alone.</summary>
    private torch.Tensor Shrink(torch.Tensor field)
    {
        var size = _options.Norm == TotalVariationNorm.Isotropic
            ? (field.square().sum(dim: 1, keepdim: true) + Tiny).sqrt()
            : field.abs() + Tiny;
        return field * (1 - (_threshold / size)).clamp_min_(0);
    }

    private static torch.Tensor ProjectToBall(torch.Tensor point, torch.Tensor centre, torch.Tensor radius)
    {
        var away = point - centre;
        var size = (away.square().sum(dim: 1, keepdim: true) + Tiny).sqrt();
        return centre + (away * (radius / size).clamp_max(1));
    }
}
