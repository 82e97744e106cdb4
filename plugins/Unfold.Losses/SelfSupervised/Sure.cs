using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// Stein's unbiased estimate of the mean squared error under Gaussian noise of known σ (Stein 1981), with the divergence by Monte Carlo (Ramani, Blu,
/// Unser 2008, eq. 14): for b of independent entries ±1, bᵀ(f(y + τb) − f(y))/τ. For a network f and y = Ax + e it is, over the noise,
/// <list type="bullet">
/// <item><see cref="SureDomain.Projected"/>: E‖P(f(y) − x)‖²/n = E[‖A⁺(A f(y) − y)‖² + 2σ² tr(A⁺ᵀ ∂f/∂y) − σ² tr((AAᵀ)⁺)]/n with the projection P = A⁺A
/// onto what A sees (Eldar 2009, IEEE TSP 57(2), theorem 1 for the Gaussian linear model with σ²I; the constant ‖Px‖² written as its own unbiased estimate).</item>
/// <item><see cref="SureDomain.Measured"/>: E‖A(f(y) − x)‖²/m = E[‖A f(y) − y‖² + 2σ² tr(A ∂f/∂y) − σ² m]/m.</item>
/// </list>
/// Of what A does not see neither says anything. A network that draws at random (dropout) draws anew for y + τb, which the divergence does not survive.
/// </summary>
/// <param name="options">The options.</param>
[Component("sure")]
public sealed class Sure(SureOptions options) : ILoss, ISelfSupervised
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFP131: the measurements' noise is not Gaussian with one known σ.</exception>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (observed, estimate) = (context.Observed, context.Output.Estimate);
        var sigma = observed.Noise.StandardDeviation;
        if (!(sigma > 0))
            throw new UnfoldException("UFP131", "loss 'sure' needs noise of a known level, and the σ of these measurements is 0", "add a noise to the measurement, or take 'measurement-consistency'");
        if (!observed.Noise.IsGaussian)
        {
            throw new UnfoldException(
                "UFP131",
                "loss 'sure' needs Gaussian noise with one σ for all signals, and this noise has another law, or by its 'snr' another σ for every signal",
                "give the measurement the noise 'gaussian' with a 'standardDeviation', or take 'measurement-consistency'");
        }

        var rows = options.Domain == SureDomain.Projected ? RowSpace.Of(observed.Operator, observed.Y) : null;
        var (entries, degrees) = rows is null ? (observed.Operator.MeasurementCount, observed.Operator.MeasurementCount) : (observed.Operator.SignalLength, rows.Trace);
        var residual = observed.Operator.Apply(estimate) - observed.Y;
        if (rows is not null)
            residual = rows.PseudoInverse(observed.Operator, residual);
        var divergence = Enumerable.Range(0, options.Probes).Select(_ => Divergence(context, rows)).Aggregate((a, b) => a + b) / options.Probes;
        return (residual.square().sum(dim: 1).mean() + (divergence * (2 * sigma * sigma)) - (degrees * sigma * sigma)) / entries;
    }

    /// <summary>tr(B ∂f/∂y) with B = A⁺ᵀ or A, mean over the batch, by one probe: (Bᵀb)ᵀ(f(y + τb) − f(y))/τ.</summary>
    private torch.Tensor Divergence(LossContext context, RowSpace? rows)
    {
        var observed = context.Observed;
        var probe = (torch.rand_like(observed.Y) >= 0.5).to(observed.Y.dtype) * 2 - 1;
        var direction = rows is null ? observed.Operator.Adjoint(probe) : rows.PseudoInverse(observed.Operator, probe);
        var moved = context.Reconstruct(observed with { Y = observed.Y + (probe * options.Perturbation) }).Estimate;
        return (direction * (moved - context.Output.Estimate)).sum(dim: 1).mean() / options.Perturbation;
    }
}
