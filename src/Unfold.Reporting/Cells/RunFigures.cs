using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The figures of a run by name: its metrics, and those of its landscape where one was taken.</summary>
internal static class RunFigures
{
    /// <summary>The largest eigenvalue of the Hessian.</summary>
    public const string LargestEigenvalue = "landscape.hessian.largest";

    private const string RoughnessPrefix = "landscape.roughness.";

    /// <summary>What names the roughness of a surface.</summary>
    public static string Roughness(LandscapeSurface surface) => $"{RoughnessPrefix}{surface.Split}.{surface.Loss}";

    /// <summary>Whether a figure is the roughness of a surface.</summary>
    public static bool IsRoughness(string name) => name.StartsWith(RoughnessPrefix, StringComparison.Ordinal);

    /// <summary>The surface in words, such as <c>test mse</c>.</summary>
    public static string Surface(string roughness) => roughness[RoughnessPrefix.Length..].Replace('.', ' ');

    /// <summary>The names of all figures of a run.</summary>
    public static IEnumerable<string> Names(StoredRun run)
    {
        IEnumerable<string> ofLandscape = run.Landscape is not { } landscape
            ? []
            : [.. landscape.Surfaces.Select(Roughness), .. landscape.HessianEigenvalues.Take(1).Select(_ => LargestEigenvalue)];
        return run.Result.Metrics.Keys.Concat(ofLandscape);
    }

    /// <summary>A figure; null where the run has none of the name.</summary>
    public static double? Value(StoredRun run, string name)
    {
        if (run.Result.Metrics.TryGetValue(name, out var metric))
            return metric;
        return name == LargestEigenvalue
            ? run.Landscape?.HessianEigenvalues.Cast<double?>().FirstOrDefault()
            : run.Landscape?.Surfaces.FirstOrDefault(s => Roughness(s) == name)?.Roughness;
    }
}
