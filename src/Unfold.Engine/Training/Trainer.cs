using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Checkpoints;
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
    private readonly TeacherSet _teachers = teachers ?? TeacherSet.None;
    private readonly SeedStreams _seeds = new(spec.Seed);

    /// <summary>Where checkpoints go; null for none.</summary>
    internal CheckpointStore? Checkpoints { get; init; }

    /// <summary>The checkpoint to go on from; null to start.</summary>
    internal Checkpoint? From { get; init; }

    /// <summary>Told what it is at.</summary>
    internal TrainingActivity Activity { get; init; } = new();

    /// <summary>Trains and evaluates.</summary>
    /// <exception cref="DivergedException">The loss is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; with checkpoints, the state is saved.</exception>
    public TrainingOutcome Run(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Activity.At("building the network", spec.Architecture);
        var sample = new TrainingSample(prepared.Train);
        var network = NetworkBuild.Build(spec, prepared, sample);
        var runner = new NetworkRunner(network, spec.Continuation) { Pass = ForwardPass.OfEvaluation(spec) };
        try
        {
            if (spec.Training.Compression is { } compression && From is null)
            {
                Activity.At("compressing the teacher", compression);
                CompressedStart.Apply(compression, network, _teachers, prepared.Problem, sample);
            }

            var evaluator = new SplitEvaluator(runner, spec.Loss, prepared, _seeds, spec.Training.BatchSize, _teachers) { Activity = Activity, Architecture = spec.Architecture };
            var parameters = network.named_parameters().Where(p => p.parameter.requires_grad).ToDictionary(p => p.name, p => p.parameter, StringComparer.Ordinal);
            var bounds = new ParameterBounds(network, parameters);
            bounds.Project();
            var (metrics, images) = parameters.Count == 0 || spec.Training.Epochs == 0
                ? Evaluate(runner, evaluator, parameters.Values, cancellation)
                : Train(runner, evaluator, parameters, bounds, cancellation);
            return new TrainingOutcome(runner, evaluator, metrics, images, ParametersHash.Of(network), RunNotes.Of(spec, runner, sample));
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    // What is not trained is evaluated once: its figures are those of epoch 0.
    private (SortedDictionary<string, double> Metrics, ImageFigures Images) Evaluate(NetworkRunner runner, SplitEvaluator evaluator, IEnumerable<Parameter> parameters, CancellationToken cancellation)
    {
        Activity.At("evaluating", spec.Architecture);
        RunNotes.Begin(runner.Network);
        var untrained = evaluator.Evaluate(prepared.Test, EvaluatedSplit.Test, spec.Training.EvaluationLosses, cancellation: cancellation);
        observer.EpochEnded(EpochFigures.Of(evaluator, prepared, null, Activity, 0, 0, double.NaN, null, cancellation));
        return FinalMetrics.Of(spec.Training, evaluator, prepared, (untrained.Mse, untrained.Psnr), untrained, parameters, double.NaN, TimeSpan.Zero, cancellation);
    }

    private (SortedDictionary<string, double> Metrics, ImageFigures Images) Train(NetworkRunner runner, SplitEvaluator evaluator, Dictionary<string, Parameter> parameters, ParameterBounds bounds, CancellationToken cancellation)
    {
        RequireDecisions();
        var (trained, stepsPerEpoch) = (parameters.Values.ToList(), TrainingLoop.StepsPerEpoch(spec, prepared));
        using var update = new StagedUpdate(spec.Training.Optimizer, bounds, trained, StagePlan.Of(spec.Training, runner.Network, trained, stepsPerEpoch * spec.Training.Epochs));
        var byName = parameters.ToDictionary(p => p.Key, p => (torch.Tensor)p.Value, StringComparer.Ordinal);
        using var state = new TrainingState(runner.Network, byName, update, stepsPerEpoch, spec.Training.Epochs, prepared.Problem.Device)
        {
            Average = spec.Training.EmaDecay is { } decay ? new ParameterAverage(byName, decay) : null,
        };
        if (From is not null)
        {
            Load(state, From);
            Activity.StepDone(state.Step, state.TotalSteps);
        }

        Checkpoints?.RequireRoom(state);
        using var path = BuildPath();
        var step = new TrainingStep(spec, prepared, runner.With(ForwardPass.OfTraining(spec)), bounds, update, path, _seeds, _teachers, Activity);
        try
        {
            Activity.At("evaluating the untrained network", spec.Architecture);
            state.Untrained ??= evaluator.Evaluate(prepared.Test, EvaluatedSplit.Test, cancellation: cancellation) is var at ? (at.Mse, at.Psnr) : null;
            new TrainingLoop(spec, prepared, runner, evaluator, state, step, observer, Activity, Checkpoints).Run(cancellation);
            Activity.At("evaluating the trained network", spec.Architecture);
            RunNotes.Begin(runner.Network);
            var (metrics, images) = FinalMetrics.Of(spec.Training, evaluator, prepared, state.Untrained.Value, null, parameters.Values, state.EpochLoss, state.TrainingTime, cancellation);
            foreach (var (name, value) in state.Stability.Metrics())
                metrics[name] = value;
            metrics[MetricNames.TrainEpochs] = state.Epoch;
            Checkpoints?.WriteBest(state);
            return (metrics, images);
        }
        catch (OperationCanceledException)
        {
            Activity.At("saving");
            Checkpoints?.Write(state);
            throw;
        }
    }

    private static void Load(TrainingState state, Checkpoint from)
    {
        try
        {
            state.Load(from);
        }
        catch (FormatException other)
        {
            throw new ResultsException("UFR012", $"the checkpoint does not fit what the run's spec builds: {other.Message}", "use the plugins that the run was started with (environment.json names them), or start it again with --force", other);
        }
    }

    private HomotopyPath? BuildPath()
    {
        using var generator = _seeds.Generator(SeedPurpose.Homotopy);
        return spec.Training.Homotopy?.Build(prepared.Problem, generator);
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
}
