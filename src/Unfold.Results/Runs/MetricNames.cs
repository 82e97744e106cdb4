namespace Unfold.Results;

/// <summary>Names of the metrics in results.json. MSE, PSNR, SSIM and NMSE are in pixel units, losses in training units.</summary>
public static class MetricNames
{
    public const string TrainLoss = "train.loss";
    public const string TrainMse = "train.mse";
    public const string ValidationLoss = "validation.loss";
    public const string ValidationMse = "validation.mse";
    public const string ValidationPsnr = "validation.psnr";

    /// <summary>NMSE of the validation signals in dB, where signals have no range and so no PSNR.</summary>
    public const string ValidationNmseDb = "validation.nmse_db";
    public const string TestLoss = "test.loss";
    public const string TestMse = "test.mse";
    public const string TestNmseDb = "test.nmse_db";

    /// <summary>Mean of per-image PSNR.</summary>
    public const string TestPsnr = "test.psnr";

    /// <summary>PSNR of the mean MSE.</summary>
    public const string TestPsnrOfMse = "test.psnr_of_mse";
    public const string TestSsim = "test.ssim";

    /// <summary>test.mse − train.mse, signed, same parameters, same evaluation.</summary>
    public const string GeneralizationGap = "generalization.gap";

    /// <summary>|epoch mean of the training loss − test loss|, as the reference code defines it.</summary>
    public const string PublishedGap = "gap.published";
    public const string ParametersCount = "parameters.count";
    public const string TrainSeconds = "time.train_s";

    /// <summary>Milliseconds a signal, of the network under its continuation alone, a batch of <c>training.batchSize</c> at a time.</summary>
    public const string InferenceMilliseconds = "time.inference_ms";

    /// <summary>Parameters, buffers and growth of resident memory while a batch is reconstructed.</summary>
    public const string InferenceMegabytes = "memory.inference_mb";

    /// <summary>Peak of the process's resident memory during the run; where the system cannot reset it, since the process started.</summary>
    public const string PeakMegabytes = "memory.peak_mb";

    /// <summary>The network before its first step.</summary>
    public const string UntrainedTestMse = "untrained.test.mse";

    /// <summary>The network before its first step.</summary>
    public const string UntrainedTestPsnr = "untrained.test.psnr";

    /// <summary>Epochs trained: fewer than asked for where validation stopped improving.</summary>
    public const string TrainEpochs = "train.epochs";

    /// <summary>The epoch with the lowest validation MSE; 0 is the untrained network.</summary>
    public const string BestEpoch = "stability.best_epoch";

    /// <summary>
    /// Jitter of the validation MSE over the epochs 1 … E: root mean square of its second differences over √6 times its last value. Independent
    /// deviations of relative size s give s; a straight line gives 0.
    /// </summary>
    public const string CurveRoughness = "stability.curve_roughness";

    /// <summary>Mean over all steps of ‖∇θ loss‖₂ before clipping.</summary>
    public const string MeanGradientNorm = "stability.gradient_norm.mean";

    /// <summary>Largest over all steps.</summary>
    public const string LargestGradientNorm = "stability.gradient_norm.max";

    /// <summary>Mean of ‖∇θ loss‖₂ over an epoch's steps: in metrics.jsonl alone.</summary>
    public static string EpochGradientNorm => "gradient.norm";

    /// <summary>A loss of <c>training.evaluationLosses</c> on a split, in training units.</summary>
    /// <param name="split"><c>train</c> or <c>test</c>.</param>
    /// <param name="loss">The loss's id.</param>
    public static string Loss(string split, string loss) => $"{split}.loss.{loss}";

    /// <summary>test − train of a loss of <c>training.evaluationLosses</c>, signed.</summary>
    public static string Gap(string loss) => $"{GeneralizationGap}.{loss}";

    /// <summary>A test metric under a condition of <c>training.testConditions</c>.</summary>
    /// <param name="condition">The condition's name.</param>
    /// <param name="metric"><c>mse</c>, <c>psnr</c>, <c>nmse_db</c> or <c>ssim</c>.</param>
    public static string Robustness(string condition, string metric) => $"robustness.{condition}.{metric}";

    /// <summary>Whether a metric is no part of what a run gives everywhere: it depends on the machine, or was taken afterwards. Never compared.</summary>
    public static bool IsOfTheMachine(string name) =>
        name.StartsWith("time.", StringComparison.Ordinal) || name.StartsWith("memory.", StringComparison.Ordinal) || name.StartsWith(LandscapeMetrics.Prefix, StringComparison.Ordinal);
}
