using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The ends of the 95 % t-interval as fields of a file; empty for one value.</summary>
internal static class IntervalFields
{
    public static IReadOnlyList<string> Of(Summary value) =>
        value.Interval() is { } interval ? [Numbers.Exact(interval.Lower), Numbers.Exact(interval.Upper)] : ["", ""];
}
