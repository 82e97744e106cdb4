using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>What takes the landscapes of a report again.</summary>
internal static class LandscapeCommands
{
    /// <summary>The commands of all that was asked for, one after another; without options where that was not recorded.</summary>
    public static string Of(ReportSource source) => string.Join(" && ", source.Cells
        .SelectMany(c => c.Completed)
        .Where(r => r.Landscape is not null)
        .Select(r => Shell.Command(["unfold", "landscape", source.Called, .. Options(r.Landscape!.Request)]))
        .Distinct(StringComparer.Ordinal));

    private static IEnumerable<string> Options(LandscapeRequest? request) => request is null ? [] :
    [
        "--dimensions", Numbers.Exact(request.Dimensions), "--points", Numbers.Exact(request.Points), "--radius", Numbers.Exact(request.Radius), "--seed", Numbers.Exact(request.Seed),
        "--batch", Numbers.Exact(request.Batch), "--test-images", Numbers.Exact(request.TestSignals), "--eigenvalues", Numbers.Exact(request.Eigenvalues),
    ];
}
