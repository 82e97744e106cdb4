namespace Unfold.Results;

/// <summary>Ranks with ties.</summary>
internal static class Ranks
{
    /// <summary>Twice the rank of every value, the smallest 2; equal values share the mean of their ranks.</summary>
    public static int[] OfDoubled(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new int[values.Count];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && values[order[to]].Equals(values[order[from]]))
                to++;
            // Ranks from + 1 … to have the mean (from + 1 + to) / 2.
            for (var i = from; i < to; i++)
                ranks[order[i]] = from + 1 + to;
            from = to;
        }

        return ranks;
    }
}
