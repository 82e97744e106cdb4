namespace Unfold.Specs;

/// <summary>The metrics that a spec may set a tolerance for or make a claim about: all that do not depend on the machine.</summary>
public static class ExpectableMetrics
{
    /// <summary>Their names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "gap.published",
        "generalization.gap",
        "parameters.count",
        "test.loss",
        "test.mse",
        "test.nmse_db",
        "test.psnr",
        "test.psnr_of_mse",
        "test.ssim",
        "train.loss",
        "train.mse",
        "untrained.test.mse",
        "untrained.test.psnr",
        "validation.loss",
        "validation.mse",
        "validation.psnr",
    ];

    /// <summary>What to say about a name that is none of them.</summary>
    internal static string Unknown(string name) => $"there is no metric '{name}' to expect; {NearestNames.Hint(name, Names)}";
}
