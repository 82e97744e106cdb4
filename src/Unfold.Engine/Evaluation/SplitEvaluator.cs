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
/// Evaluates a network on a split, the same code for every split, epoch and network. The noise of a batch is the same each time. Figures of a split whose images were
/// cut into blocks are those of whole images.
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
    /// <param name="signals">[count, n], normalised: all of them.</param>
    /// <param name="split">Which split it is; keys its noise.</param>
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
        var sums = torch.zeros(losses.Count, dtype: torch.float64, device: signals.device);
        var figures = new FigureSums(prepared.Problem.Scale, signals.device);
        var images = ImagesOf(split);
        var blocks = new List<torch.Tensor>();
        for (long start = 0, batch = 0; start < count; start += batchSize, batch++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var batchScope = torch.NewDisposeScope();
            TorchSeed.Set(seeds.Seed(SeedPurpose.Evaluation, (long)split, batch));
            var truth = signals.narrow(0, start, Math.Min(batchSize, count - start));
            var (estimate, lossesOfBatch) = EvaluateBatch(truth, Observe(truth, split, batch, condition), losses);
            sums.add_(lossesOfBatch);
            if (images is null)
                figures.Add(estimate, ToPixels(truth), prepared.Problem.Shape);
            else
                blocks.Add(estimate.MoveToOuterDisposeScope());
        }

        if (images is not null)
            AddImages(figures, images, torch.cat(blocks), ToPixels(signals));
        var totals = sums.cpu().data<double>().ToArray();
        return figures.Metrics(totals[0] / count) with
        {
            OtherLosses = losses.Skip(1).Select((l, i) => (Id: ComponentId.Of(l), Value: totals[1 + i] / count)).ToDictionary(l => l.Id, l => l.Value),
        };
    }

    /// <summary>x̂ of some signals in pixel units, clipped: [count, n].</summary>
    public torch.Tensor Reconstruct(torch.Tensor truth, EvaluatedSplit split)
    {
        ArgumentNullException.ThrowIfNull(truth);
        runner.Network.eval();
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var batches = truth.split(batchSize).Select((part, batch) => ToPixels(runner.Reconstruct(Observe(part, split, batch)).Estimate));
        return torch.cat([.. batches]).MoveToOuterDisposeScope();
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

    private IReadOnlyList<TiledImage>? ImagesOf(EvaluatedSplit split) => split switch
    {
        EvaluatedSplit.Validation => prepared.ValidationImages,
        EvaluatedSplit.Test => prepared.TestImages,
        _ => null,
    };

    private (torch.Tensor Estimate, torch.Tensor Losses) EvaluateBatch(torch.Tensor truth, Observation observed, IReadOnlyList<ILoss> losses)
    {
        Activity?.In(Architecture);
        var output = runner.Reconstruct(observed);
        Activity?.In(loss);
        var sums = losses.Select(one => (_losses.Of(one, observed, output, truth) * truth.shape[0]).to(torch.float64));
        return (ToPixels(output.Estimate), torch.stack([.. sums]));
    }

    private void AddImages(FigureSums figures, IReadOnlyList<TiledImage> images, torch.Tensor estimates, torch.Tensor truths)
    {
        var block = prepared.Problem.Shape;
        foreach (var image in images)
        {
            using var imageScope = torch.NewDisposeScope();
            figures.Add(TileAssembly.Image(estimates, image, block), TileAssembly.Image(truths, image, block), TileAssembly.ShapeOf(image, block));
        }
    }

    private Observation Observe(torch.Tensor truth, EvaluatedSplit split, long batch, ITestCondition? condition = null)
    {
        // A condition starts from the measurements without noise, and from the same stream.
        using var generator = seeds.Generator(SeedPurpose.EvaluationNoise, (long)split, batch, truth.device);
        return condition is null
            ? Measuring.Observe(prepared, truth, generator, runner.UsesOracle)
            : Measuring.Observe(prepared, truth, clean => condition.Disturb(prepared.Problem, clean, generator), runner.UsesOracle);
    }
}
