namespace Unfold.Datasets;

/// <summary>A sample without replacement that depends on the seed alone.</summary>
internal static class SeededSample
{
    /// <summary>Some of 0 … total − 1, in ascending order.</summary>
    public static int[] Of(int total, int count, SplitMix64 random)
    {
        var all = Enumerable.Range(0, total).ToArray();
        for (var i = 0; i < count && count < total; i++)
        {
            var other = i + random.Below(total - i);
            (all[i], all[other]) = (all[other], all[i]);
        }

        var taken = all[..count];
        Array.Sort(taken);
        return taken;
    }
}
