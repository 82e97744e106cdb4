using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="NumbersLoss"/>.</summary>
internal sealed record NumbersOptions : IValidatableObject
{
    public double Number { get; init; }

    public float Single { get; init; }

    [Range(0, 1)]
    public IReadOnlyList<double> Weights { get; init; } = [];

    public ILoss? Inner { get; init; }

    public TimeSpan? Unwritable { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Number > 1e100 ? [new ValidationResult("such numbers are not for this loss", [nameof(Number)])] : [];
}
