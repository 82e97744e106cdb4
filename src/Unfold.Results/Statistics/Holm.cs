namespace Unfold.Results;

/// <summary>Holm's step-down correction of several tests (Scandinavian Journal of Statistics 6, 1979): the chance of any false finding stays at the level.</summary>
public static class Holm
{
    /// <summary>Adjusted p-values, in the order of the given ones; NaN stays NaN and is no test.</summary>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = pValues.ToArray();
        var order = Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(pValues[i])).OrderBy(i => pValues[i]).ToList();
        var highest = 0.0;
        for (var rank = 0; rank < order.Count; rank++)
        {
            highest = Math.Max(highest, Math.Min(1, pValues[order[rank]] * (order.Count - rank)));
            adjusted[order[rank]] = highest;
        }

        return adjusted;
    }
}
