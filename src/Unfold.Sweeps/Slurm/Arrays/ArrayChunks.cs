using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>Cuts the elements of a sweep into arrays that a site accepts.</summary>
public static class ArrayChunks
{
    /// <summary>The longest expression: slurmctld takes 4096 bytes.</summary>
    internal const int LongestExpression = 4000;

    // Slurm's own default.
    private const int UsualArraySize = 1001;

    /// <summary>The arrays, in the order of their elements. An element has the same index and offset whichever others it is submitted with.</summary>
    /// <param name="elements">The elements, in any order.</param>
    /// <param name="maxArraySize">The site's MaxArraySize: no index reaches it.</param>
    /// <param name="submitLimit">Elements that one array may have at most; null: no limit.</param>
    /// <param name="parallelism">Elements of one array that run at once; null: all that there is room for.</param>
    public static IReadOnlyList<ArrayChunk> Of(IReadOnlyList<int> elements, int maxArraySize, int? submitLimit = null, int? parallelism = null)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxArraySize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(submitLimit ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(elements.DefaultIfEmpty(0).Min(), nameof(elements));
        var throttle = parallelism is { } k ? string.Create(CultureInfo.InvariantCulture, $"%{k}") : "";
        return
        [
            .. elements.Distinct().Order()
                .GroupBy(e => e / maxArraySize * maxArraySize)
                .SelectMany(g => Cut([.. g.Select(e => e - g.Key)], submitLimit ?? int.MaxValue, LongestExpression - throttle.Length)
                    .Select(indices => new ArrayChunk(indices, g.Key, IndexRanges.Write(indices) + throttle))),
        ];
    }

    /// <summary>The arrays that a site accepts; it is asked for what its profile does not say.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="profile">The site's profile.</param>
    /// <param name="slurm">The cluster, where there is one.</param>
    internal static IReadOnlyList<ArrayChunk> OfSite(IReadOnlyList<int> elements, SiteProfile profile, ISlurm? slurm)
    {
        var site = profile.MaxArraySize is null ? slurm?.Config() : null;
        return Of(elements, profile.MaxArraySize ?? site?.MaxArraySize ?? UsualArraySize, site?.MaxArrayTasks, profile.Parallelism);
    }

    private static IEnumerable<IReadOnlyList<int>> Cut(IReadOnlyList<int> indices, int most, int longest)
    {
        var chunk = new List<int>();
        var length = 0;
        foreach (var index in indices)
        {
            var added = Added(chunk, index);
            if (chunk.Count == most || length + added > longest)
            {
                yield return chunk;
                chunk = [];
                length = 0;
                added = Added(chunk, index);
            }

            chunk.Add(index);
            length += added;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }

    // A range's last number is replaced; any other comes with a comma or a dash.
    private static int Added(List<int> chunk, int index) => chunk is [.., var before, var last] && last == index - 1 && before == index - 2
        ? Digits(index) - Digits(last)
        : Digits(index) + 1;

    private static int Digits(int index) => index.ToString(CultureInfo.InvariantCulture).Length;
}
