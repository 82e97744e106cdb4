namespace Unfold.Results;

/// <summary>Figures of a landscape as metrics of its run, so that claims and tables can name them. A run has them once its landscape was taken.</summary>
public static class LandscapeMetrics
{
    /// <summary>What the names begin with.</summary>
    public const string Prefix = "landscape.";

    /// <summary>Roughness of the training loss on the fixed batch.</summary>
    public const string BatchRoughness = "landscape.roughness.batch";

    /// <summary>Roughness of the training loss on the test split.</summary>
    public const string TestRoughness = "landscape.roughness.test";

    /// <summary>The largest eigenvalue of the Hessian, where there is one.</summary>
    public const string Sharpness = "landscape.sharpness";

    /// <summary>The largest second difference of the loss that was seen: a lower bound of its curvature, for every network.</summary>
    public const string Curvature = "landscape.curvature";

    private const string RoughnessPrefix = "landscape.roughness.";

    /// <summary>The roughness of a surface: that of the training loss by its split alone.</summary>
    /// <param name="split"><c>batch</c> or <c>test</c>.</param>
    /// <param name="loss"><c>train</c> or <c>mse</c>.</param>
    public static string Roughness(string split, string loss) => loss == "train" ? RoughnessPrefix + split : $"{RoughnessPrefix}{split}.{loss}";

    /// <summary>All of them, for a landscape that has them.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Of(LossLandscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        foreach (var surface in landscape.Surfaces)
            yield return new(Roughness(surface.Split, surface.Loss), surface.Roughness);
        if (landscape.HessianEigenvalues.Count > 0)
            yield return new(Sharpness, landscape.HessianEigenvalues[0]);
        if (landscape.SecondDifferences.Count > 0)
            yield return new(Curvature, landscape.SecondDifferences.Max());
    }
}
