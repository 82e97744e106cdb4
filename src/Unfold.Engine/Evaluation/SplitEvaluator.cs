using TorchSharp;
using Unfold.Engine.Identity;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;
using Unfold.Engine.Teachers;
using Unfold.Engine.Training;
using Unfold.Results;

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
    private readonly LossEvaluation _losses = new(prepared.Problem, runner, teachers ?? TeacherSet.None);

    /// <summary>Told what is at work; null outside a run.</summary>
    internal TrainingActivity? Activity { get; init; }

    /// <summary>The network's architecture, for <see cref="Activity"/>.</summary>
    internal IComponent? Architecture { get; init; }

    /// <summary>Evaluates all signals of a split.</summary>
    /// <param name="signals">[count, n], normalised.</param>
    /// <param name="split">Number of the split, keys its noise.</param>
    /// <param name="otherLosses">Losses to evaluate beside the training loss.</param>
    /// <param name="condition">Another way to measure; null for that of the spec.</param>
    /// <param name="cancellation">Looked at before every batch.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SplitMetrics Evaluate(torch.Tensor signals, EvaluatedSplit split, IReadOnlyList<ILoss>? otherLosses = null, ITestCondition? condition = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signals);
        runner.Network.eval();
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var count = signals.shape[0];
        IReadOnlyList<ILoss> losses = [loss, .. otherLosses ?? []];
        var sums = torch.zeros(4 + losses.Count, dtype: torch.float64, device: signals.device);
        List<torch.Tensor> mse = [], ssim = [];
        for (long start = 0, batch = 0; start < count; start += batchSize, batch++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var batchScope = torch.NewDisposeScope();
            TorchSeed.Set(seeds.Seed(SeedPurpose.Evaluation, (long)split, batch));
            var truth = signals.narrow(0, start, Math.Min(batchSize, count - start));
            var part = EvaluateBatch(truth, Observe(truth, split, batch, condition), losses);
            sums.add_(part.Sums);
            mse.Add(part.Mse.MoveToOuterDisposeScope());
            if (part.Ssim is not null)
                ssim.Add(part.Ssim.MoveToOuterDisposeScope());
        }

        var totals = sums.cpu().data<double>().ToArray();
        var images = Figures(mse, ssim);
        var meanMse = totals[0] / count;
        return new SplitMetrics(
            Loss: totals[4] / count,
            Mse: meanMse,
            Psnr: totals[1] / count,
            PsnrOfMse: -10 * Math.Log10(meanMse),
            NmseDb: 10 * Math.Log10(totals[2] / totals[3]),
            Ssim: images.Ssim.Count > 0 ? images.Ssim.Average() : double.NaN,
            images)
        {
            OtherLosses = losses.Skip(1).Select((l, i) => (Id: ComponentId.Of(l), Value: totals[5 + i] / count)).ToDictionary(l => l.Id, l => l.Value),
        };
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

    private BatchFigures EvaluateBatch(torch.Tensor truth, Observation observed, IReadOnlyList<ILoss> losses)
    {
        Activity?.In(Architecture);
        var output = runner.Reconstruct(observed);
        Activity?.In(loss);
        var estimate = ToPixels(output.Estimate);
        var pixels = ToPixels(truth);
        var mse = ImageMetrics.Mse(estimate, pixels);
        var sums = new List<torch.Tensor>
        {
            mse.sum(),
            ImageMetrics.Psnr(mse).sum(),
            (estimate - pixels).square().sum(),
            pixels.square().sum(),
        };
        sums.AddRange(losses.Select(one => _losses.Of(one, observed, output, truth) * truth.shape[0]));
        return new BatchFigures(torch.stack([.. sums.Select(s => s.to(torch.float64))]), mse, ImageMetrics.Ssim(estimate, pixels, prepared.Problem.Shape));
    }

    private static ImageFigures Figures(List<torch.Tensor> mse, List<torch.Tensor> ssim)
    {
        double[] Values(IEnumerable<torch.Tensor> parts) => [.. parts.SelectMany(p => p.to(torch.float64).cpu().data<double>().ToArray())];
        return new ImageFigures(Values(mse), Values(mse.Select(ImageMetrics.Psnr)), Values(ssim));
    }

    private Observation Observe(torch.Tensor truth, EvaluatedSplit split, long batch, ITestCondition? condition = null)
    {
        // A condition starts from the measurements without noise, and from the same stream.
        using var generator = seeds.Generator(SeedPurpose.EvaluationNoise, (long)split, batch, truth.device);
        return condition is null
            ? Measuring.Observe(prepared, truth, generator, runner.UsesOracle)
            : Measuring.Observe(prepared, truth, clean => condition.Disturb(prepared.Problem, clean, generator), runner.UsesOracle);
    }

    private sealed record BatchFigures(torch.Tensor Sums, torch.Tensor Mse, torch.Tensor? Ssim);
}
