using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Seeds;
using Unfold.Engine.Teachers;

namespace Unfold.Engine.Training;

/// <summary>One step: measure a batch, reconstruct, differentiate where the optimizer uses gradients, update, project onto the parameters' ranges.</summary>
internal sealed class TrainingStep(
    TrainingSpec spec, PreparedProblem prepared, NetworkRunner runner, IReadOnlyList<Parameter> parameters, ParameterBounds bounds, ParameterUpdate update, HomotopyPath? path, SeedStreams seeds, TeacherSet teachers, TrainingActivity activity)
{
    private readonly LossEvaluation _losses = new(prepared.Problem, runner, teachers);
    private torch.Tensor? _gradientNorm;

    /// <returns>Scalar tensors in the caller's scope; no value is fetched from the device.</returns>
    public StepFigures Run(torch.Tensor signals, torch.Tensor indices, int epoch, long step, double learningRate, double progress)
    {
        using var scope = torch.NewDisposeScope();
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
        var loss = update.Step(() => usesGradient ? Differentiate(truth, observed) : Evaluate(truth, observed), learningRate).MoveToOuterDisposeScope();
        bounds.Project();
        return new StepFigures(loss, _gradientNorm?.MoveToOuterDisposeScope());
    }

    private torch.Tensor Evaluate(torch.Tensor truth, Observation observed)
    {
        using var noGradient = torch.no_grad();
        var loss = Loss(truth, observed).detach();
        activity.In(spec.Training.Optimizer);
        return loss;
    }

    private torch.Tensor Differentiate(torch.Tensor truth, Observation observed)
    {
        foreach (var parameter in parameters)
            parameter.grad?.zero_();
        var loss = Loss(truth, observed);
        activity.In(spec.Architecture);
        if (loss.requires_grad)
            loss.backward();
        activity.In(spec.Training.Optimizer);
        _gradientNorm = GradientNorm();
        if (spec.Training.GradientClip is { } bound)
            torch.nn.utils.clip_grad_norm_(parameters, bound);
        return loss.detach();
    }

    private torch.Tensor Loss(torch.Tensor truth, Observation observed)
    {
        activity.In(spec.Architecture);
        var output = runner.Reconstruct(observed);
        activity.In(spec.Loss);
        return _losses.Objective(spec.Loss, observed, output, truth);
    }

    private torch.Tensor GradientNorm()
    {
        using var noGradient = torch.no_grad();
        var squares = parameters.Select(p => p.grad).OfType<torch.Tensor>().Select(g => g.norm().square()).ToList();
        return squares.Count == 0 ? torch.zeros(1, device: prepared.Problem.Device)[0] : torch.stack(squares).sum().sqrt();
    }
}
