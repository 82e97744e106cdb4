using System.ComponentModel.DataAnnotations;

namespace Unfold.Equilibrium;

/// <summary>Options of <see cref="Equilibrium"/>.</summary>
public sealed record EquilibriumOptions : IValidatableObject
{
    /// <summary>The architecture whose layer is f: one whose layers share all that they have. Its own number of layers has no meaning here.</summary>
    public required IArchitecture Of { get; init; }

    /// <summary>The most evaluations of f for a solve.</summary>
    [Range(1, 1_000_000)]
    public int MaxIterations { get; init; } = 100;

    /// <summary>A solve ends where ‖f(z) − z‖ is at most this part of ‖f(z)‖ for every signal of the batch.</summary>
    [Range(0, 1)]
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Earlier iterates that Anderson acceleration combines with the present one. 0: plain iteration.</summary>
    [Range(0, 50)]
    public int Memory { get; init; } = 5;

    /// <summary>β: a step goes this part of the way to f(z).</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Damping { get; init; } = 1;

    /// <summary>The gradient.</summary>
    public EquilibriumGradient Gradient { get; init; }

    /// <summary><see cref="MaxIterations"/> of the backward pass, of products with f's Jacobian. Null: as forward.</summary>
    [Range(1, 1_000_000)]
    public int? BackwardIterations { get; init; }

    /// <summary><see cref="Tolerance"/> of the backward pass. Null: as forward.</summary>
    [Range(0, 1)]
    public double? BackwardTolerance { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Of is not IStationary { IsStationary: true })
        {
            var id = (ComponentAttribute?)Attribute.GetCustomAttribute(Of.GetType(), typeof(ComponentAttribute));
            var reason = Of is IStationary ? "with these options layers have weights of their own: share them" : "its layers are not one and the same map";
            yield return new ValidationResult($"'{id?.Id ?? Of.GetType().Name}' has no equilibrium: {reason}", [nameof(Of)]);
        }
    }
}
