namespace Unfold.Specs;

/// <summary>The metrics that a spec may set a tolerance for or make a claim about: all that do not depend on the machine.</summary>
public static class ExpectableMetrics
{
    private static readonly SortedDictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["gap.published"] = "loss",
        ["generalization.gap"] = "MSE",
        ["landscape.curvature"] = "curvature",
        ["landscape.roughness.batch"] = "roughness of a landscape",
        ["landscape.roughness.test"] = "roughness of a landscape",
        ["landscape.sharpness"] = "curvature",
        ["parameters.count"] = "a count",
        ["stability.best_epoch"] = "epochs",
        ["stability.curve_roughness"] = "roughness",
        ["stability.gradient_norm.max"] = "a gradient's norm",
        ["stability.gradient_norm.mean"] = "a gradient's norm",
        ["test.loss"] = "loss",
        ["test.mse"] = "MSE",
        ["test.nmse_db"] = "dB of error",
        ["test.psnr"] = "dB",
        ["test.psnr_of_mse"] = "dB",
        ["test.ssim"] = "SSIM",
        ["train.epochs"] = "epochs",
        ["train.loss"] = "loss",
        ["train.mse"] = "MSE",
        ["untrained.test.mse"] = "MSE",
        ["untrained.test.psnr"] = "dB",
        ["validation.loss"] = "loss",
        ["validation.mse"] = "MSE",
        ["validation.nmse_db"] = "dB of error",
        ["validation.psnr"] = "dB",
    };

    // Families: what stands for the star is an id of a loss, or the name of a condition.
    private static readonly (string Prefix, string Suffix, string? Unit)[] Families =
    [
        ("train.loss.", "", null),
        ("test.loss.", "", null),
        ("generalization.gap.", "", null),
        ("robustness.", ".mse", "MSE"),
        ("robustness.", ".psnr", "dB"),
        ("robustness.", ".nmse_db", "dB of error"),
        ("robustness.", ".ssim", "SSIM"),
    ];

    /// <summary>Patterns of the names that depend on a spec, such as those of <c>test.loss.huber</c>.</summary>
    public static IReadOnlyList<string> Patterns { get; } =
        [.. Families.Select(f => $"^{f.Prefix.Replace(".", "\\.")}[a-z0-9-]+{f.Suffix.Replace(".", "\\.")}$")];

    /// <summary>The names that every run may have, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Units.Keys];

    /// <summary>What a metric measures, in words; null where there is none of the name. Claims compare like with like.</summary>
    internal static string? UnitOf(string name)
    {
        if (Units.TryGetValue(name, out var unit))
            return unit;
        foreach (var family in Families)
        {
            var length = name.Length - family.Prefix.Length - family.Suffix.Length;
            if (length <= 0 || !name.StartsWith(family.Prefix, StringComparison.Ordinal) || !name.EndsWith(family.Suffix, StringComparison.Ordinal))
                continue;
            var middle = name.Substring(family.Prefix.Length, length);
            if (middle.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
                return family.Unit ?? middle + " loss";
        }

        return null;
    }

    /// <summary>Which way a metric improves. A gap is signed, and small on both sides of 0.</summary>
    public static MetricDirection DirectionOf(string name) => UnitOf(name) switch
    {
        null => MetricDirection.None,
        _ when name.StartsWith("generalization.gap", StringComparison.Ordinal) || name.StartsWith("gap.", StringComparison.Ordinal) => MetricDirection.None,
        "MSE" or "dB of error" => MetricDirection.Lower,
        "dB" or "SSIM" => MetricDirection.Higher,
        var unit => unit.EndsWith("loss", StringComparison.Ordinal) ? MetricDirection.Lower : MetricDirection.None,
    };

    /// <summary>Whether a spec may name the metric.</summary>
    internal static bool Knows(string name) => UnitOf(name) is not null;

    /// <summary>What to say about a name that is none of them.</summary>
    internal static string Unknown(string name) => $"there is no metric '{name}' to expect; {NearestNames.Hint(name, Names)}";
}
