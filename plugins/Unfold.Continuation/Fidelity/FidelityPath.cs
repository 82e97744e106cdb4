using TorchSharp;

namespace Unfold.Continuation;

/// <summary>The path of <see cref="Fidelity"/>: y_t = Hx + e with noise of the real level.</summary>
internal sealed class FidelityPath(FidelityOptions options, MeasurementOperator synthetic) : HomotopyPath
{
    /// <summary>α after a share of training.</summary>
    public double Alpha(double progress)
    {
        var t = progress / options.Share;
        return t >= 1 ? 0 : options.Schedule switch
        {
            FidelitySchedule.Linear => 1 - t,
            FidelitySchedule.Cosine => (1 + Math.Cos(Math.PI * t)) / 2,
            _ => Math.Pow(options.Floor, t),
        };
    }

    public override Observation At(double progress, Observation observed, torch.Tensor? truth, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(observed);
        var alpha = Alpha(progress);
        if (alpha == 0)
            return observed;
        if (truth is null)
        {
            throw new UnfoldException(
                "UFP102", "homotopy 'fidelity' measures the truth a second time, and the loss is self-supervised: it must not", "leave the homotopy out, or choose a supervised loss");
        }

        using var noGradient = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var (real, easy) = (Math.Sqrt(1 - alpha), Math.Sqrt(alpha));
        var stacked = new StackedOperator(observed.Operator, real, synthetic, easy);
        var sigma = observed.Noise.StandardDeviation;
        var second = synthetic.Apply(truth) + (torch.randn(truth.shape, device: truth.device, generator: generator) * sigma);
        var y = torch.cat([observed.Y * real, second * easy], dim: 1).MoveToOuterDisposeScope();
        var oracle = observed.Oracle is { } known
            ? known with { NoiseNorm = (y - stacked.Apply(truth)).norm().MoveToOuterDisposeScope() }
            : null;
        return new Observation(y, stacked, LevelOf(alpha, sigma, observed.Operator.MeasurementCount), oracle) { Original = observed };
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            synthetic.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The mean variance of an entry: (1−α)σ² for the m real ones, ασ² for the n others, so that σ√m still is the expected norm.</summary>
    private NoiseLevel LevelOf(double alpha, double sigma, double m)
    {
        double n = synthetic.MeasurementCount;
        return new NoiseLevel(sigma * Math.Sqrt((((1 - alpha) * m) + (alpha * n)) / (m + n)));
    }
}
