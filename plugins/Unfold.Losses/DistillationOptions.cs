using System.ComponentModel.DataAnnotations;

namespace Unfold.Losses;

/// <summary>Options of <see cref="Distillation"/>.</summary>
public sealed record DistillationOptions : IValidatableObject
{
    /// <summary>The finished run to learn from: <see cref="ITaught.Teacher"/> says how it is named.</summary>
    [MinLength(1)]
    public required string Teacher { get; init; }

    /// <summary>α, the weight of the teacher's estimate; that of the truth is 1 − α.</summary>
    [Range(0, 1)]
    public double TeacherWeight { get; init; } = 0.5;

    /// <summary>L, how an estimate is compared with its target.</summary>
    public ILoss Loss { get; init; } = new MeanSquaredError(new NoOptions());

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Loss.SeesTruth)
            yield return new ValidationResult("a self-supervised loss compares with no target, so a teacher has nothing to say to it", [nameof(Loss)]);
    }
}
