using System.ComponentModel.DataAnnotations;

namespace Unfold;

/// <summary>How a run is trained.</summary>
public sealed record TrainingOptions : IValidatableObject
{
    /// <summary>Passes over the training split; 0 evaluates the untrained network.</summary>
    [Range(0, 1_000_000)]
    public int Epochs { get; init; } = 10;

    /// <summary>Signals a step.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 128;

    /// <summary>The optimizer.</summary>
    public required IOptimizer Optimizer { get; init; }

    /// <summary>The learning-rate schedule; null keeps the rate constant.</summary>
    public ILearningRateSchedule? Schedule { get; init; }

    /// <summary>A path from an easier inverse problem to the real one, through training; null trains on the real one throughout.</summary>
    public IHomotopy? Homotopy { get; init; }

    /// <summary>Upper bound on the norm of all gradients together; null for none, as an optimizer without gradients needs it.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double? GradientClip { get; init; }

    /// <summary>The gradient flows through the last so many layers of every solve; null lets it flow through all of them. No value changes.</summary>
    [Range(1, 1_000_000)]
    public int? GradientLayers { get; init; }

    /// <summary>Which states are kept for the backward pass, where memory is short; null keeps everything. The gradient is the same up to rounding.</summary>
    public RecomputeRule? Recompute { get; init; }

    /// <summary>
    /// Trains layer by layer (Chen et al., arXiv 1808.10038), with these factors on the rate: [1, 0.2, 0.02] trains each new layer by itself at the rate, then all
    /// layers so far at 0.2 and at 0.02 of it. All stages take equally many steps. Empty trains all layers at once.
    /// </summary>
    [Range(0, 1e3, MinimumIsExclusive = true)]
    public IReadOnlyList<double> LayerWise { get; init; } = [];

    /// <summary>
    /// Decay d of an exponential moving average of the parameters, which is validated, tested and reported in their place; null for none. After step t it is
    /// min(d, (1 + t)/(10 + t)).
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? EmaDecay { get; init; }

    /// <summary>Share of the training signals set apart for decisions, where the dataset has no validation split of its own.</summary>
    [Range(0, 0.9)]
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>Which parameters are reported: those of the last epoch, or of the epoch with the lowest validation MSE.</summary>
    public KeptParameters Keep { get; init; } = KeptParameters.Last;

    /// <summary>Training ends when the validation MSE has not become lower for so many epochs; null trains all epochs.</summary>
    [Range(1, 1_000_000)]
    public int? Patience { get; init; }

    /// <summary>Losses that the trained network is evaluated with beside the training loss: <c>test.loss.&lt;id&gt;</c> and its like.</summary>
    public IReadOnlyList<ILoss> EvaluationLosses { get; init; } = [];

    /// <summary>Other ways to measure the test signals, after training: <c>robustness.&lt;name&gt;.psnr</c> and its like.</summary>
    public IReadOnlyList<ITestCondition> TestConditions { get; init; } = [];

    /// <summary>Starts the network from a trained larger one; null starts it as its architecture says.</summary>
    public ICompression? Compression { get; init; }

    /// <summary>
    /// Minutes after which the state of the training is saved again, between two steps; 0 saves by steps alone. Without this and
    /// <see cref="CheckpointSteps"/> nothing is saved, and a run that is stopped starts again.
    /// </summary>
    [Range(0, 1e6)]
    [OutsideIdentity]
    public double CheckpointMinutes { get; init; } = 5;

    /// <summary>Steps after which the state of the training is saved again; null saves by time alone.</summary>
    [Range(1, int.MaxValue)]
    [OutsideIdentity]
    public int? CheckpointSteps { get; init; }

    /// <summary>Minutes without a finished step, batch or phase after which a run counts as failed: a component does not return. 0 waits for ever.</summary>
    [Range(0, 1e6)]
    [OutsideIdentity]
    public double StallMinutes { get; init; } = 60;

    /// <summary><c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:i</c>; <c>--device</c> overrides it.</summary>
    [OutsideIdentity]
    public string Device { get; init; } = "auto";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var losses = EvaluationLosses.Select(l => l.GetType());
        if (losses.Distinct().Count() < EvaluationLosses.Count)
            yield return new ValidationResult("two losses of one kind would share a metric's name; leave one out", [nameof(EvaluationLosses)]);
        if (TestConditions.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count() < TestConditions.Count)
            yield return new ValidationResult("two conditions have the same name; rename one", [nameof(TestConditions)]);
        if (GradientClip is not null && !Optimizer.UsesGradient)
            yield return new ValidationResult("this optimizer uses no gradients, so there is nothing to clip: leave training.gradientClip out", [nameof(GradientClip)]);
        if (LayerWise.Count > 0 && Patience is not null)
            yield return new ValidationResult("patience could end training before its last layers were trained: set training.patience to null, or train all layers at once", [nameof(Patience)]);
        if (!Optimizer.CanBeResumed && (CheckpointMinutes > 0 || CheckpointSteps is not null))
        {
            yield return new ValidationResult(
                "this optimizer keeps a state that cannot be saved: set training.checkpointMinutes to 0 and training.checkpointSteps to null, and know that a run that is stopped starts again; or take another optimizer",
                [CheckpointMinutes == 0 ? nameof(CheckpointSteps) : nameof(CheckpointMinutes)]);
        }
    }
}
