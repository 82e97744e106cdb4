namespace Unfold.Specs;

/// <summary>The known names nearest to a mistyped one.</summary>
public static class NearestNames
{
    /// <summary>A hint such as <c>did you mean 'layers'?</c>, or all names where none is near and they are few.</summary>
    public static string Hint(string name, IReadOnlyList<string> known)
    {
        var near = name.Length > Longest ? [] : known.Where(k => Distance(name, k) <= Math.Max(1, Math.Min(3, name.Length / 3 + 1))).OrderBy(k => Distance(name, k)).Take(3).ToList();
        if (near.Count > 0)
            return $"did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?";
        return known.Count == 0 ? "there are none" : $"known: {string.Join(", ", known.Take(20))}";
    }

    private const int Longest = 200;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(change, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[b.Length];
    }
}
