using System.Globalization;
using System.Text.RegularExpressions;

namespace Unfold.Sweeps;

/// <summary>Spans of time as Slurm writes and reads them.</summary>
internal static partial class SlurmTime
{
    private static readonly string[] Unlimited = ["UNLIMITED", "INFINITE"];

    public static bool IsUnlimited(string text) => Unlimited.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Minutes, minutes:seconds, hours:minutes:seconds, days-hours, days-hours:minutes or days-hours:minutes:seconds; null where it is none of them.</summary>
    public static TimeSpan? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var days = match.Groups["days"];
        var parts = match.Groups["parts"].Captures.Select(c => int.Parse(c.Value, CultureInfo.InvariantCulture)).ToArray();
        return days.Success
            ? new TimeSpan(int.Parse(days.Value, CultureInfo.InvariantCulture), parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2))
            : parts switch
            {
                [var minutes] => new TimeSpan(0, minutes, 0),
                [var minutes, var seconds] => new TimeSpan(0, minutes, seconds),
                _ => new TimeSpan(parts[0], parts[1], parts[2]),
            };
    }

    [GeneratedRegex(@"^((?<days>[0-9]{1,6})-)?(?<parts>[0-9]{1,8})(:(?<parts>[0-9]{1,2})){0,2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
