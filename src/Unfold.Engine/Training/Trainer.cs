using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;
using Unfold.Engine.Teachers;
using Unfold.Results;

namespace Unfold.Engine.Training;

/// <summary>
/// Trains one run, synchronously on the calling thread. Decisions use the validation split; the test split is looked at for
/// epoch 0 and for the reported parameters only.
/// </summary>
/// <param name="spec">What to train.</param>
/// <param name="prepared">Its problem.</param>
/// <param name="observer">Told how it goes.</param>
/// <param name="teachers">The finished runs that it learns from; none by default.</param>
public sealed class Trainer(TrainingSpec spec, PreparedProblem prepared, ITrainingObserver observer, TeacherSet? teachers = null)
{
    // Losses are fetched from the device once in so many steps: to notice divergence and to show progress.
    private const int StepsBetweenChecks = 20;

    private readonly TeacherSet _teachers = teachers ?? TeacherSet.None;
    private readonly SeedStreams _seeds = new(spec.Seed);
    private readonly Stopwatch _training = new();
    private readonly StabilityFigures _stability = new();
    private int _epochs;

    /// <summary>Trains and evaluates.</summary>
    /// <exception cref="DivergedException">The loss is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public TrainingOutcome Run(CancellationToken cancellation = default)
    {
        var network = NetworkBuild.Build(spec, prepared);
        var runner = new NetworkRunner(network, spec.Continuation);
        try
        {
            if (spec.Training.Compression is { } compression)
                CompressedStart.Apply(compression, network, _teachers, prepared.Problem, new TrainingSample(prepared.Train));
            var evaluator = new SplitEvaluator(runner, spec.Loss, prepared, _seeds, spec.Training.BatchSize, _teachers);
            var parameters = network.parameters().Where(p => p.requires_grad).ToList();
            var epochs = parameters.Count == 0 ? 0 : spec.Training.Epochs;
            // What is not trained is evaluated once: its figures are those of epoch 0.
            var untrained = evaluator.Evaluate(prepared.Test, EvaluatedSplit.Test, epochs == 0 ? spec.Training.EvaluationLosses : null);
            var lastEpochLoss = Train(runner, evaluator, parameters, epochs, cancellation);
            var (metrics, images) = FinalMetrics.Of(spec.Training, evaluator, prepared, untrained, epochs > 0, parameters, lastEpochLoss, _training.Elapsed);
            foreach (var (name, value) in _stability.Metrics())
                metrics[name] = value;
            if (epochs > 0)
                metrics[MetricNames.TrainEpochs] = _epochs;
            return new TrainingOutcome(runner, evaluator, metrics, images, ParametersHash.Of(network), Notes(runner));
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private HomotopyPath? BuildPath()
    {
        using var generator = _seeds.Generator(SeedPurpose.Homotopy);
        return spec.Training.Homotopy?.Build(prepared.Problem, generator);
    }

    private double Train(NetworkRunner runner, SplitEvaluator evaluator, List<Parameter> parameters, int epochs, CancellationToken cancellation)
    {
        if (epochs > 0)
            RequireDecisions();
        using var best = new BestParameters(spec.Training.Keep, parameters);
        ReportEpoch(evaluator, best, 0, 0, double.NaN, null);
        if (epochs == 0)
            return double.NaN;
        using var update = spec.Training.Optimizer.Build(parameters);
        using var path = BuildPath();
        var step = new TrainingStep(spec, prepared, runner, parameters, update, path, _seeds, _teachers);
        var epochLoss = double.NaN;
        var stepsPerEpoch = (prepared.Train.shape[0] + spec.Training.BatchSize - 1) / spec.Training.BatchSize;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            (epochLoss, var norms) = TrainEpoch(runner, step, epoch, epochs, stepsPerEpoch, cancellation);
            _epochs = epoch;
            ReportEpoch(evaluator, best, epoch, epoch * stepsPerEpoch, epochLoss, norms);
            if (spec.Training.Patience is { } patience && _stability.EpochsSinceBest >= patience)
                break;
        }

        best.Restore();
        return epochLoss;
    }

    private (double Loss, GradientNorms Norms) TrainEpoch(NetworkRunner runner, TrainingStep step, int epoch, int epochs, long stepsPerEpoch, CancellationToken cancellation)
    {
        runner.Network.train();
        using var scope = torch.NewDisposeScope();
        var (count, size, device) = (prepared.Train.shape[0], spec.Training.BatchSize, prepared.Problem.Device);
        var order = EpochOrder.Of(_seeds, epoch, count, device);
        var (losses, norms) = (torch.zeros(stepsPerEpoch, device: device), torch.zeros(stepsPerEpoch, device: device));
        var totalSteps = stepsPerEpoch * epochs;
        for (long batch = 0; batch < stepsPerEpoch; batch++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var batchScope = torch.NewDisposeScope();
            var global = ((epoch - 1) * stepsPerEpoch) + batch;
            var rate = spec.Training.Optimizer.LearningRate * (spec.Training.Schedule?.Factor(global, totalSteps) ?? 1);
            _training.Start();
            var progress = (double)global / totalSteps;
            (losses[batch], norms[batch]) = step.Run(order.narrow(0, batch * size, Math.Min(size, count - (batch * size))), epoch, batch, rate, progress);
            _training.Stop();
            if ((batch + 1) % StepsBetweenChecks == 0 || batch + 1 == stepsPerEpoch)
                Check(runner, losses, batch + 1, epoch, epochs, stepsPerEpoch);
        }

        var mean = losses.mean().item<float>();
        CheckParameters(runner, mean, epoch, stepsPerEpoch);
        var gradients = new GradientNorms(norms.mean().item<float>(), norms.max().item<float>(), stepsPerEpoch);
        _stability.Add(gradients);
        return (mean, gradients);
    }

    // The loss of a step tells nothing of its own update: without this, a run whose last update breaks the network would complete.
    private static void CheckParameters(NetworkRunner runner, double epochLoss, int epoch, long stepsPerEpoch)
    {
        var norms = ParameterNorms.Of(runner.Network);
        if (norms.Any(n => !n.Key.StartsWith("grad(", StringComparison.Ordinal) && !double.IsFinite(n.Value)))
            throw new DivergedException(epoch * stepsPerEpoch, epoch, epochLoss, norms);
    }

    private void RequireDecisions()
    {
        var needs = spec.Training.Keep == KeptParameters.BestValidation ? "training.keep is 'best-validation'"
            : spec.Training.Patience is not null ? "training.patience is set"
            : null;
        if (needs is not null && prepared.Validation.shape[0] == 0)
        {
            throw new UnfoldException(
                "UFT002",
                $"{needs}, and this run has no validation signals to decide by",
                "raise training.validationFraction, or set training.keep to 'last' and training.patience to null");
        }
    }

    private void Check(NetworkRunner runner, torch.Tensor losses, long done, int epoch, int epochs, long stepsPerEpoch)
    {
        var values = losses.narrow(0, 0, done).cpu().data<float>().ToArray();
        var bad = Array.FindIndex(values, v => !float.IsFinite(v));
        var first = (epoch - 1) * stepsPerEpoch;
        if (bad >= 0)
            throw new DivergedException(first + bad + 1, epoch, values[bad], ParameterNorms.Of(runner.Network));
        observer.Progress(new TrainingProgress(
            first + done, stepsPerEpoch * epochs, epoch, epochs, values.Average(), (first + done) / Math.Max(1e-9, _training.Elapsed.TotalSeconds)));
    }

    private void ReportEpoch(SplitEvaluator evaluator, BestParameters best, int epoch, long step, double epochLoss, GradientNorms? norms)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (epoch > 0)
            metrics[MetricNames.TrainLoss] = epochLoss;
        if (norms is not null)
            metrics[MetricNames.EpochGradientNorm] = norms.Mean;
        if (prepared.Validation.shape[0] > 0)
        {
            var validation = evaluator.Evaluate(prepared.Validation, EvaluatedSplit.Validation);
            metrics[MetricNames.ValidationLoss] = validation.Loss;
            metrics[MetricNames.ValidationMse] = validation.Mse;
            metrics[MetricNames.ValidationPsnr] = validation.Psnr;
            best.Consider(epoch, validation.Mse);
            _stability.Add(validation.Mse);
        }

        observer.EpochEnded(new EpochRecord(epoch, step, metrics));
    }

    private static List<string> Notes(NetworkRunner runner) =>
        runner.UsesOracle ? ["uses an oracle: the network was given the true noise norm and the truth's range"] : [];
}
