using System.Globalization;

namespace Unfold.Results;

/// <summary>The time of day as files of a run have it. Nothing is decided by it: clocks are set back.</summary>
public static class Clock
{
    /// <summary>Now, in UTC: <c>2026-11-25T05:00:00Z</c>.</summary>
    public static string Now() => Text(DateTime.UtcNow);

    /// <summary>A time in UTC.</summary>
    public static string Text(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
