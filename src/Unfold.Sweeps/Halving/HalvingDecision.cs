using Unfold.Specs;

namespace Unfold.Sweeps;

/// <summary>
/// Whether a run goes on at a rung: asynchronous successive halving, as Li et al., "A System for Massively Parallel Hyperparameter Tuning",
/// MLSys 2020, section 3.1, have it: of n values at a rung the best ⌊n/η⌋ go on. There a run waits until it is among them; here, as in the
/// stopping variant of Ray Tune and Syne Tune, it is judged once, when it comes to the rung, and goes on where fewer than η values are
/// there, of which none could be told from the others.
/// </summary>
public static class HalvingDecision
{
    /// <summary>Decides.</summary>
    /// <param name="own">The run's cell and value. What is not finite never goes on.</param>
    /// <param name="others">What other cells have at the rung; values that are not finite are the worst, and count.</param>
    /// <param name="direction">Which way the metric improves.</param>
    /// <param name="factor">η.</param>
    public static bool GoesOn(RungValue own, IReadOnlyCollection<RungValue> others, MetricDirection direction, int factor)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 2);
        if (direction == MetricDirection.None)
            throw new ArgumentException("the metric improves neither way", nameof(direction));
        var count = others.Count + 1;
        return double.IsFinite(own.Value) && (count < factor || others.Count(o => IsBetter(o, own, direction)) < count / factor);
    }

    // Of equal values that of the lower cell is the better one, so that no two have the same rank.
    private static bool IsBetter(RungValue one, RungValue other, MetricDirection direction)
    {
        var order = Cost(one.Value, direction).CompareTo(Cost(other.Value, direction));
        return order < 0 || (order == 0 && one.Cell < other.Cell);
    }

    private static double Cost(double value, MetricDirection direction)
    {
        if (!double.IsFinite(value))
            return double.PositiveInfinity;
        return direction == MetricDirection.Higher ? -value : value;
    }
}
