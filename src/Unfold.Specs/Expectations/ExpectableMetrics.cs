namespace Unfold.Specs;

/// <summary>The metrics that a spec may set a tolerance for or make a claim about: all that do not depend on the machine.</summary>
public static class ExpectableMetrics
{
    private static readonly SortedDictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["gap.published"] = "loss",
        ["generalization.gap"] = "MSE",
        ["parameters.count"] = "a count",
        ["test.loss"] = "loss",
        ["test.mse"] = "MSE",
        ["test.nmse_db"] = "dB of error",
        ["test.psnr"] = "dB",
        ["test.psnr_of_mse"] = "dB",
        ["test.ssim"] = "SSIM",
        ["train.loss"] = "loss",
        ["train.mse"] = "MSE",
        ["untrained.test.mse"] = "MSE",
        ["untrained.test.psnr"] = "dB",
        ["validation.loss"] = "loss",
        ["validation.mse"] = "MSE",
        ["validation.psnr"] = "dB",
    };

    /// <summary>Their names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Units.Keys];

    /// <summary>What a metric measures, in words; null where there is none of the name. Claims compare like with like.</summary>
    internal static string? UnitOf(string name) => Units.TryGetValue(name, out var unit) ? unit : null;

    /// <summary>What to say about a name that is none of them.</summary>
    internal static string Unknown(string name) => $"there is no metric '{name}' to expect; {NearestNames.Hint(name, Names)}";
}
