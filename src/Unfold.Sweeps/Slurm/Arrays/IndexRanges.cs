using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>Indices of an array as Slurm writes them: <c>0-9,12,15-20</c>, also with a step, <c>0-8:2</c>, and a throttle, <c>%4</c>.</summary>
internal static class IndexRanges
{
    private const int MostIndices = 5_000_000;

    /// <summary>Ascending indices.</summary>
    public static string Write(IReadOnlyList<int> indices)
    {
        var ranges = new List<string>();
        for (var first = 0; first < indices.Count;)
        {
            var last = first;
            while (last + 1 < indices.Count && indices[last + 1] == indices[last] + 1)
                last++;
            ranges.Add(last == first ? Text(indices[first]) : $"{Text(indices[first])}-{Text(indices[last])}");
            first = last + 1;
        }

        return string.Join(',', ranges);
    }

    /// <summary>The indices of a text, in its order; null where it is none. What Slurm left out (<c>…,...</c>) is not there.</summary>
    public static IReadOnlyList<int>? Parse(string text)
    {
        var indices = new List<int>();
        foreach (var range in text.Trim('[', ']').Split('%')[0].Split(','))
        {
            if (range.Length > 0 && range.All(c => c == '.'))
                continue;
            var ends = range.TrimEnd('.').Split(':');
            var span = ends[0].Split('-');
            if (ends.Length > 2 || span.Length > 2 || SlurmNumber.Parse(span[0]) is not { } first || SlurmNumber.Parse(span[^1]) is not { } last || (ends.Length == 2 ? SlurmNumber.Parse(ends[1]) : 1) is not { } step)
                return null;
            if (step < 1 || last < first || ((last - first) / step) + indices.Count > MostIndices)
                return null;
            for (long i = first; i <= last; i += step)
                indices.Add((int)i);
        }

        return indices;
    }

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}
