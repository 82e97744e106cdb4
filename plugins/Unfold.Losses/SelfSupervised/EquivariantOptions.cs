using System.ComponentModel.DataAnnotations;

namespace Unfold.Losses;

/// <summary>Options of <see cref="Equivariant"/>.</summary>
public sealed record EquivariantOptions : IValidatableObject
{
    /// <summary>The group that T is drawn from, for every batch anew.</summary>
    public TransformationGroup Group { get; init; } = TransformationGroup.Shifts;

    /// <summary>α, the weight of equivariance beside consistency.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Weight { get; init; } = 1;

    /// <summary>How x̂ is held to its measurements: a self-supervised loss.</summary>
    public ILoss Consistency { get; init; } = new MeasurementConsistency(new NoOptions());

    /// <summary>Whether A T x̂ gets Gaussian noise of the known level, as real measurements have it.</summary>
    public bool AddNoise { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Consistency.SeesTruth)
            yield return new ValidationResult("a loss that compares with the truth makes this one supervised: add it by 'sum', and keep a self-supervised one here", [nameof(Consistency)]);
    }
}
