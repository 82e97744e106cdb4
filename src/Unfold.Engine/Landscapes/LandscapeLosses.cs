using TorchSharp;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Runs;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Landscapes;

/// <summary>
/// The losses of a landscape: on signals, measurements, noise and an operator that stay the same at every point. The training loss is
/// what training minimised, the network's penalty included; the MSE is that of results.json, but for images cut into blocks, where it is that of blocks.
/// </summary>
internal sealed class LandscapeLosses : IDisposable
{
    private readonly FinishedRun _run;
    private readonly LossEvaluation _losses;
    private readonly List<(torch.Tensor Truth, Observation Observed)> _test = [];

    // What a loss or network draws itself is drawn alike at every point: else the surface would be rough with it.
    private readonly ulong _ownSeed;

    /// <param name="run">The run.</param>
    /// <param name="options">How many signals, and the seed of their choice.</param>
    public LandscapeLosses(FinishedRun run, LandscapeOptions options)
    {
        _run = run;
        _losses = new LossEvaluation(run.Prepared.Problem, run.Runner, run.Teachers);
        var seeds = new SeedStreams(options.Seed);
        using var scope = torch.NewDisposeScope();
        var truth = Sample(run.Prepared.Train, options.Batch, seeds, EvaluatedSplit.Train);
        _ownSeed = seeds.Seed(SeedPurpose.LandscapeSignals, (long)EvaluatedSplit.Train, 2);
        using var noise = seeds.Generator(SeedPurpose.LandscapeSignals, (long)EvaluatedSplit.Train, 1, truth.device);
        Batch = Kept(truth, Measuring.Observe(run.Prepared, truth, noise, run.Runner.UsesOracle));
        var test = options.TestSignals is { } count && count < run.Prepared.Test.shape[0] ? Sample(run.Prepared.Test, count, seeds, EvaluatedSplit.Test) : run.Prepared.Test;
        long size = run.Spec.Training.BatchSize;
        for (long start = 0, batch = 0; start < test.shape[0]; start += size, batch++)
            AddTest(test.narrow(0, start, Math.Min(size, test.shape[0] - start)), batch);
    }

    /// <summary>The fixed batch of training signals.</summary>
    public (torch.Tensor Truth, Observation Observed) Batch { get; }

    /// <summary>Test signals in use.</summary>
    public long TestSignals => _test.Sum(t => t.Truth.shape[0]);

    /// <summary>The training loss on the fixed batch, a scalar to differentiate.</summary>
    public torch.Tensor Objective()
    {
        TorchSeed.Set(_ownSeed);
        var output = _run.Runner.Reconstruct(Batch.Observed);
        return Loss(Batch.Truth, Batch.Observed, output);
    }

    /// <summary>Training loss and MSE on the fixed batch, then on the test signals, at the network's present parameters.</summary>
    public double[] All()
    {
        var (batchLoss, batchError) = Over([Batch], _ => _ownSeed);
        var (testLoss, testError) = Over(_test, batch => new SeedStreams(_run.Spec.Seed).Seed(SeedPurpose.Evaluation, (long)EvaluatedSplit.Test, batch));
        return [batchLoss, batchError, testLoss, testError];
    }

    public void Dispose()
    {
        foreach (var (truth, observed) in _test.Append(Batch))
        {
            truth.Dispose();
            observed.Y.Dispose();
            observed.Oracle?.NoiseNorm.Dispose();
            observed.Oracle?.Minimum.Dispose();
            observed.Oracle?.Maximum.Dispose();
        }
    }

    private (double Loss, double Error) Over(IReadOnlyList<(torch.Tensor Truth, Observation Observed)> batches, Func<long, ulong> seed)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        double loss = 0, error = 0;
        long count = 0;
        foreach (var (batch, (truth, observed)) in batches.Index())
        {
            using var batchScope = torch.NewDisposeScope();
            TorchSeed.Set(seed(batch));
            var output = _run.Runner.Reconstruct(observed);
            var signals = truth.shape[0];
            loss += Loss(truth, observed, output).to(torch.float64).item<double>() * signals;
            var mse = ImageMetrics.Mse(_run.Evaluator.ToPixels(output.Estimate), _run.Evaluator.ToPixels(truth));
            error += mse.to(torch.float64).sum().item<double>();
            count += signals;
        }

        return (loss / count, error / count);
    }

    private torch.Tensor Loss(torch.Tensor truth, Observation observed, Reconstruction output) =>
        _losses.Objective(_run.Spec.Loss, observed, output, truth);

    // With the noise of the run's own evaluation: at the centre all test signals give the figures of results.json.
    private void AddTest(torch.Tensor truth, long batch)
    {
        using var noise = new SeedStreams(_run.Spec.Seed).Generator(SeedPurpose.EvaluationNoise, (long)EvaluatedSplit.Test, batch, truth.device);
        _test.Add(Kept(truth.clone(), Measuring.Observe(_run.Prepared, truth, noise, _run.Runner.UsesOracle)));
    }

    private static torch.Tensor Sample(torch.Tensor signals, long count, SeedStreams seeds, EvaluatedSplit split)
    {
        using var generator = seeds.Generator(SeedPurpose.LandscapeSignals, (long)split);
        var order = torch.randperm(signals.shape[0], generator: generator).narrow(0, 0, Math.Min(count, signals.shape[0]));
        return signals.index_select(0, order.to(signals.device));
    }

    private static (torch.Tensor Truth, Observation Observed) Kept(torch.Tensor truth, Observation observed)
    {
        foreach (var tensor in new[] { truth, observed.Y, observed.Oracle?.NoiseNorm, observed.Oracle?.Minimum, observed.Oracle?.Maximum })
            tensor?.DetachFromDisposeScope();
        return (truth, observed);
    }
}
