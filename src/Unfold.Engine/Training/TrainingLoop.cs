using TorchSharp;
using Unfold.Engine.Checkpoints;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;
using Unfold.Results;

namespace Unfold.Engine.Training;

/// <summary>Trains epoch by epoch from wherever its state stands. Between two steps everything that later steps depend on is in the state.</summary>
internal sealed class TrainingLoop(
    TrainingSpec spec, PreparedProblem prepared, NetworkRunner runner, SplitEvaluator evaluator, TrainingState state, TrainingStep step, ITrainingObserver observer, TrainingActivity activity, CheckpointStore? checkpoints)
{
    // Losses are fetched from the device once in so many steps: to notice divergence and to show progress.
    private const int StepsBetweenChecks = 20;

    private readonly SeedStreams _seeds = new(spec.Seed);
    private readonly int _epochs = spec.Training.Epochs;
    private readonly long _stepsPerEpoch = StepsPerEpoch(spec, prepared);

    public static long StepsPerEpoch(TrainingSpec spec, PreparedProblem prepared) => (prepared.Train.shape[0] + spec.Training.BatchSize - 1) / spec.Training.BatchSize;

    /// <exception cref="DivergedException">The loss or a parameter is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the state is one to go on from.</exception>
    public void Run(CancellationToken cancellation)
    {
        if (!state.IsStarted)
        {
            observer.EpochEnded(EpochFigures.Of(evaluator, prepared, state, activity, epoch: 0, step: 0, double.NaN, null, cancellation));
            state.Started();
        }

        while (!state.IsTrained && state.Epoch < _epochs && !IsExhausted)
        {
            var epoch = state.Epoch + 1;
            RunBatches(epoch, cancellation);
            activity.At($"evaluating epoch {epoch}", spec.Architecture);
            var (loss, norms) = Figures();
            CheckParameters(loss, epoch);
            var record = EpochFigures.Of(evaluator, prepared, state, activity, epoch, epoch * _stepsPerEpoch, loss, norms, cancellation);
            observer.EpochEnded(record);
            state.EpochDone(loss, norms);
        }

        if (state.IsTrained)
            return;
        state.Average?.Apply();
        if (spec.Training.Keep == KeptParameters.BestValidation)
            state.Best.Restore();
        state.IsTrained = true;
    }

    private bool IsExhausted => spec.Training.Patience is { } patience && state.Stability.EpochsSinceBest >= patience;

    private void RunBatches(int epoch, CancellationToken cancellation)
    {
        activity.At($"training epoch {epoch}");
        runner.Network.train();
        using var scope = torch.NewDisposeScope();
        var (count, size) = (prepared.Train.shape[0], spec.Training.BatchSize);
        activity.In(spec.Dataset);
        using var signals = EpochSignals.Of(prepared, _seeds, epoch);
        activity.In(null);
        var order = EpochOrder.Of(_seeds, epoch, count, prepared.Problem.Device);
        while (state.Batch < _stepsPerEpoch)
        {
            cancellation.ThrowIfCancellationRequested();
            using var batchScope = torch.NewDisposeScope();
            var batch = state.Batch;
            var rate = spec.Training.Optimizer.LearningRate * (spec.Training.Schedule?.Factor(state.Step, state.TotalSteps) ?? 1) * state.Update.Stage.RateFactor;
            state.Clock.Start();
            var figures = step.Run(signals, order.narrow(0, batch * size, Math.Min(size, count - (batch * size))), epoch, batch, rate, (double)state.Step / state.TotalSteps);
            state.Losses[batch] = figures.Loss;
            if (figures.GradientNorm is { } norm)
                state.Norms[batch] = norm;
            state.Clock.Stop();
            state.BatchDone();
            activity.StepDone(state.Step, state.TotalSteps);
            if (state.Batch % StepsBetweenChecks == 0 || state.Batch == _stepsPerEpoch)
                Check(epoch);
            checkpoints?.Step(state);
        }
    }

    private (double Loss, GradientNorms? Norms) Figures()
    {
        using var scope = torch.NewDisposeScope();
        var norms = spec.Training.Optimizer.UsesGradient ? new GradientNorms(state.Norms.mean().item<float>(), state.Norms.max().item<float>(), _stepsPerEpoch) : null;
        return (state.Losses.mean().item<float>(), norms);
    }

    // The loss of a step tells nothing of its own update: without this, a run whose last update breaks the network would complete.
    private void CheckParameters(double epochLoss, int epoch)
    {
        var norms = ParameterNorms.Of(runner.Network);
        if (norms.Any(n => !n.Key.StartsWith("grad(", StringComparison.Ordinal) && !double.IsFinite(n.Value)))
            throw new DivergedException(epoch * _stepsPerEpoch, epoch, epochLoss, norms);
    }

    private void Check(int epoch)
    {
        var values = state.Losses.narrow(0, 0, state.Batch).cpu().data<float>().ToArray();
        var bad = Array.FindIndex(values, v => !float.IsFinite(v));
        var first = (epoch - 1) * _stepsPerEpoch;
        if (bad >= 0)
            throw new DivergedException(first + bad + 1, epoch, values[bad], ParameterNorms.Of(runner.Network));
        observer.Progress(new TrainingProgress(
            state.Step, state.TotalSteps, epoch, _epochs, values.Average(), state.Step / Math.Max(1e-9, state.TrainingTime.TotalSeconds)));
    }
}
