using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Snapshots;

/// <summary>Compares a snapshot: JSON by its values, within tolerances; everything else line by line. Shared by Verify and its stand-in.</summary>
public static class SnapshotComparer
{
    private const int ShownLines = 20;

    /// <summary>Why the texts differ, or null where they do not.</summary>
    /// <param name="extension">Of the file, without the dot.</param>
    /// <param name="received">What the test gave.</param>
    /// <param name="verified">What was verified.</param>
    /// <param name="tolerances">For numbers of JSON; null for none.</param>
    public static string? Explain(string extension, string received, string verified, SnapshotTolerances? tolerances = null)
    {
        var (before, after) = (verified.ReplaceLineEndings("\n"), received.ReplaceLineEndings("\n"));
        if (before == after)
            return null;
        if (extension != "json" || Json(before) is not { } expected || Json(after) is not { } found)
            return Lines(before.Split('\n'), after.Split('\n'));
        var comparer = tolerances is null ? TolerantComparer.Exact : new TolerantComparer(tolerances.Allowed);
        var differences = comparer.Compare(expected, found);
        return differences.Count == 0 ? null : string.Join('\n', differences.Select(Line));
    }

    // Text that is no JSON is compared as text, so that the message shows it.
    private static JToken? Json(string text)
    {
        try
        {
            return SnapshotJson.Read(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Line(Difference d) =>
        $"{d.Path}: expected {d.Expected ?? "nothing"}, received {d.Received ?? "nothing"}"
        + (d.Delta is { } delta ? string.Create(CultureInfo.InvariantCulture, $" (difference {delta:g4}, allowed {d.Allowed:g4})") : "");

    // From the first line that differs to the last: what is equal around it says nothing.
    private static string Lines(string[] before, string[] after)
    {
        var same = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        var end = before.Reverse().Zip(after.Reverse()).Take(Math.Min(before.Length, after.Length) - same).TakeWhile(p => p.First == p.Second).Count();
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"from line {same + 1}:"));
        foreach (var line in before[same..^end].Take(ShownLines))
            text.Append("\n- ").Append(line);
        foreach (var line in after[same..^end].Take(ShownLines))
            text.Append("\n+ ").Append(line);
        return text.ToString();
    }
}
