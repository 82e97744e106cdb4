using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;
using Unfold.Engine.Teachers;

namespace Unfold.Engine.Training;

/// <summary>One step: measure a batch, reconstruct, differentiate where the optimizer uses gradients, update, project onto the parameters' ranges.</summary>
internal sealed class TrainingStep(
    TrainingSpec spec, PreparedProblem prepared, NetworkRunner runner, ParameterBounds bounds, StagedUpdate update, HomotopyPath? path, SeedStreams seeds, TeacherSet teachers, TrainingActivity activity)
{
    private readonly LossEvaluation _losses = new(prepared.Problem, runner, teachers);
    private torch.Tensor? _gradientNorm;

    private IReadOnlyList<Parameter> Parameters => update.Stage.Parameters;

    /// <returns>Scalar tensors in the caller's scope; no value is fetched from the device.</returns>
    public StepFigures Run(torch.Tensor signals, torch.Tensor indices, int epoch, long step, double learningRate, double progress)
    {
        using var scope = torch.NewDisposeScope();
        runner.Pass = runner.Pass with { Layers = update.Stage.Layers };
        TorchSeed.Set(seeds.Seed(SeedPurpose.Step, epoch, step));
        using var generator = seeds.Generator(SeedPurpose.TrainingNoise, epoch, step, prepared.Problem.Device);
        activity.In(spec.Measurement);
        var truth = signals.index_select(0, indices);
        var observed = Measuring.Observe(prepared, truth, generator, runner.UsesOracle);
        activity.In(spec.Training.Homotopy);
        // Evaluation has no path: it always sees the real measurements.
        if (path is not null)
            observed = path.At(progress, observed, LossEvaluation.VisibleTo(spec.Loss, truth), generator);
        activity.In(spec.Training.Optimizer);
        var usesGradient = spec.Training.Optimizer.UsesGradient;
        var loss = update.Current.Step(() => usesGradient ? Differentiate(truth, observed) : Evaluate(truth, observed), learningRate).MoveToOuterDisposeScope();
        bounds.Project();
        return new StepFigures(loss, _gradientNorm?.MoveToOuterDisposeScope());
    }

    private torch.Tensor Evaluate(torch.Tensor truth, Observation observed)
    {
        using var noGradient = torch.no_grad();
        var loss = Propagate(truth, observed, isDifferentiated: false).detach();
        activity.In(spec.Training.Optimizer);
        return loss;
    }

    private torch.Tensor Differentiate(torch.Tensor truth, Observation observed)
    {
        foreach (var parameter in Parameters)
            parameter.grad?.zero_();
        var loss = Propagate(truth, observed, isDifferentiated: true);
        activity.In(spec.Training.Optimizer);
        _gradientNorm = GradientNorm();
        if (spec.Training.GradientClip is { } bound)
            torch.nn.utils.clip_grad_norm_(Parameters, bound);
        return loss.detach();
    }

    private torch.Tensor Propagate(torch.Tensor truth, Observation observed, bool isDifferentiated)
    {
        try
        {
            activity.In(spec.Architecture);
            var output = runner.Reconstruct(observed);
            activity.In(spec.Loss);
            var loss = _losses.Objective(spec.Loss, observed, output, truth);
            activity.In(spec.Architecture);
            if (isDifferentiated)
                runner.Backward(loss);
            return loss;
        }
        finally
        {
            runner.Forget();
        }
    }

    private torch.Tensor GradientNorm()
    {
        using var noGradient = torch.no_grad();
        var squares = Parameters.Select(p => p.grad).OfType<torch.Tensor>().Select(g => g.norm().square()).ToList();
        return squares.Count == 0 ? torch.zeros(1, device: prepared.Problem.Device)[0] : torch.stack(squares).sum().sqrt();
    }
}
