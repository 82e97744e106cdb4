using System.Globalization;

namespace Unfold.Cli.Rendering;

/// <summary>Spans of time in a word.</summary>
internal static class Ago
{
    /// <summary>Such as <c>12s</c>, <c>5m</c>, <c>3h</c>, <c>2d</c>. Machines' clocks differ, and are set back: what is yet to come was just now.</summary>
    public static string Of(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)age.TotalSeconds)}s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes}m"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays}d"),
    };
}
