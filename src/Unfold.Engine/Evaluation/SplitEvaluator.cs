using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;
using Unfold.Engine.Teachers;

namespace Unfold.Engine.Evaluation;

/// <summary>
/// Evaluates a network on a split, the same code for every split, epoch and network. The noise of a batch is the same each time.
/// </summary>
/// <param name="runner">The network under its continuation.</param>
/// <param name="loss">The training loss.</param>
/// <param name="prepared">The problem.</param>
/// <param name="seeds">The run's streams.</param>
/// <param name="batchSize">Signals a batch.</param>
/// <param name="teachers">The finished runs that the loss learns from; none by default.</param>
public sealed class SplitEvaluator(NetworkRunner runner, ILoss loss, PreparedProblem prepared, SeedStreams seeds, int batchSize, TeacherSet? teachers = null)
{
    /// <summary>Evaluates all signals of a split.</summary>
    /// <param name="signals">[count, n], normalised.</param>
    /// <param name="split">Number of the split, keys its noise.</param>
    public SplitMetrics Evaluate(torch.Tensor signals, EvaluatedSplit split)
    {
        ArgumentNullException.ThrowIfNull(signals);
        runner.Network.eval();
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var count = signals.shape[0];
        var sums = torch.zeros(6, dtype: torch.float64, device: signals.device);
        var hasSsim = true;
        for (long start = 0, batch = 0; start < count; start += batchSize, batch++)
        {
            using var batchScope = torch.NewDisposeScope();
            var truth = signals.narrow(0, start, Math.Min(batchSize, count - start));
            var part = EvaluateBatch(truth, split, batch, ref hasSsim);
            sums.add_(part);
        }

        var totals = sums.cpu().data<double>().ToArray();
        var mse = totals[1] / count;
        return new SplitMetrics(
            Loss: totals[0] / count,
            Mse: mse,
            Psnr: totals[2] / count,
            PsnrOfMse: -10 * Math.Log10(mse),
            NmseDb: 10 * Math.Log10(totals[3] / totals[4]),
            Ssim: hasSsim ? totals[5] / count : double.NaN);
    }

    /// <summary>x̂ of some signals in pixel units, clipped: [batch, n].</summary>
    public torch.Tensor Reconstruct(torch.Tensor truth, EvaluatedSplit split)
    {
        ArgumentNullException.ThrowIfNull(truth);
        runner.Network.eval();
        using var noGradient = torch.no_grad();
        return ToPixels(runner.Reconstruct(Observe(truth, split, 0)).Estimate);
    }

    /// <summary>Measures what reconstructing a batch of these signals costs.</summary>
    /// <param name="signals">[count, n], normalised; the first batch is taken.</param>
    public InferenceCost MeasureInference(torch.Tensor signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        using var scope = torch.NewDisposeScope();
        return InferenceCost.Measure(runner, Observe(signals.narrow(0, 0, Math.Min(batchSize, signals.shape[0])), EvaluatedSplit.Test, 0));
    }

    /// <summary>Normalised units to pixels, clipped to the dataset's range: never to the truth's.</summary>
    public torch.Tensor ToPixels(torch.Tensor normalized)
    {
        var scale = prepared.Problem.Scale;
        return ((normalized * scale.StandardDeviation) + scale.Mean).clamp(scale.Minimum, scale.Maximum);
    }

    private torch.Tensor EvaluateBatch(torch.Tensor truth, EvaluatedSplit split, long batch, ref bool hasSsim)
    {
        var observed = Observe(truth, split, batch);
        var output = runner.Reconstruct(observed);
        var context = new LossContext(prepared.Problem, observed, output, loss is ISelfSupervised ? null : truth, runner.Reconstruct) { Teachers = (teachers ?? TeacherSet.None).Reconstruct };
        var batchLoss = loss.Evaluate(context) * truth.shape[0];

        var estimate = ToPixels(output.Estimate);
        var pixels = ToPixels(truth);
        var mse = ImageMetrics.Mse(estimate, pixels);
        var ssim = ImageMetrics.Ssim(estimate, pixels, prepared.Problem.Shape);
        hasSsim &= ssim is not null;
        return torch.stack(
        [
            batchLoss.to(torch.float64),
            mse.sum().to(torch.float64),
            ImageMetrics.Psnr(mse).sum().to(torch.float64),
            (estimate - pixels).square().sum().to(torch.float64),
            pixels.square().sum().to(torch.float64),
            (ssim ?? torch.zeros_like(mse)).sum().to(torch.float64),
        ]);
    }

    private Observation Observe(torch.Tensor truth, EvaluatedSplit split, long batch)
    {
        using var generator = seeds.Generator(SeedPurpose.EvaluationNoise, (long)split, batch, truth.device);
        return Measuring.Observe(prepared, truth, generator, runner.UsesOracle);
    }
}
