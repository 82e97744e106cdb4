using System.Globalization;

namespace Unfold.Specs;

/// <summary>The numbers that a <c>[Range]</c> annotation allows.</summary>
public sealed record NumberRange(double Minimum, double Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive)
{
    // [Range] has no open ends: who wants one writes the largest number.
    private const double Unbounded = 1e300;

    /// <summary>Whether there is a bound below.</summary>
    public bool HasMinimum => Minimum > -Unbounded;

    /// <summary>Whether there is a bound above.</summary>
    public bool HasMaximum => Maximum < Unbounded;

    /// <summary>In words: at least 1 and below 2.</summary>
    public override string ToString()
    {
        var low = HasMinimum ? string.Format(CultureInfo.InvariantCulture, "{0} {1}", MinimumIsExclusive ? "above" : "at least", Minimum) : null;
        var high = HasMaximum ? string.Format(CultureInfo.InvariantCulture, "{0} {1}", MaximumIsExclusive ? "below" : "at most", Maximum) : null;
        return low is null && high is null ? "a finite number" : string.Join(" and ", new[] { low, high }.Where(bound => bound is not null));
    }

    public bool Contains(double value) =>
        (MinimumIsExclusive ? value > Minimum : value >= Minimum) && (MaximumIsExclusive ? value < Maximum : value <= Maximum);
}
