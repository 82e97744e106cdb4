namespace Unfold.Specs;

/// <summary>The numbers that a <c>[Range]</c> annotation allows.</summary>
public sealed record NumberRange(double Minimum, double Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive)
{
    public bool Contains(double value) =>
        (MinimumIsExclusive ? value > Minimum : value >= Minimum) && (MaximumIsExclusive ? value < Maximum : value <= Maximum);
}
