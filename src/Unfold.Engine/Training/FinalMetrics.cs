using TorchSharp.Modules;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Problems;
using Unfold.Results;

namespace Unfold.Engine.Training;

/// <summary>The figures of a finished run.</summary>
internal static class FinalMetrics
{
    public static (SortedDictionary<string, double> Metrics, ImageFigures TestImages) Of(
        TrainingOptions options, SplitEvaluator evaluator, PreparedProblem prepared, (double Mse, double Psnr) untrained, SplitMetrics? test, IEnumerable<Parameter> parameters, double lastEpochLoss, TimeSpan training, CancellationToken cancellation)
    {
        var train = evaluator.Evaluate(prepared.Train, EvaluatedSplit.Train, options.EvaluationLosses, cancellation: cancellation);
        test ??= evaluator.Evaluate(prepared.Test, EvaluatedSplit.Test, options.EvaluationLosses, cancellation: cancellation);
        // Measuring inference resets the peak.
        var peak = ResidentMemory.Peak;
        var inference = evaluator.MeasureInference(prepared.Test);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            [MetricNames.TrainLoss] = train.Loss,
            [MetricNames.TrainMse] = train.Mse,
            [MetricNames.TestLoss] = test.Loss,
            [MetricNames.TestMse] = test.Mse,
            [MetricNames.TestNmseDb] = test.NmseDb,
            [MetricNames.GeneralizationGap] = test.Mse - train.Mse,
            [MetricNames.UntrainedTestMse] = untrained.Mse,
            [MetricNames.ParametersCount] = parameters.Sum(p => p.numel()),
            [MetricNames.TrainSeconds] = training.TotalSeconds,
            [MetricNames.InferenceMilliseconds] = inference.MillisecondsPerSignal * SignalsPerImage(prepared),
            [MetricNames.PeakMegabytes] = Math.Max(peak, ResidentMemory.Peak) / (1024.0 * 1024.0),
        };
        var hasPeak = prepared.Problem.Scale.IsBounded;
        if (hasPeak)
        {
            metrics[MetricNames.TestPsnr] = test.Psnr;
            metrics[MetricNames.TestPsnrOfMse] = test.PsnrOfMse;
            metrics[MetricNames.UntrainedTestPsnr] = untrained.Psnr;
        }

        if (inference.Megabytes is { } megabytes)
            metrics[MetricNames.InferenceMegabytes] = megabytes;
        foreach (var (id, value) in test.OtherLosses)
        {
            metrics[MetricNames.Loss("train", id)] = train.OtherLosses[id];
            metrics[MetricNames.Loss("test", id)] = value;
            metrics[MetricNames.Gap(id)] = value - train.OtherLosses[id];
        }

        foreach (var condition in options.TestConditions)
            AddCondition(metrics, condition.Name, hasPeak, evaluator.Evaluate(prepared.Test, EvaluatedSplit.Test, condition: condition, cancellation: cancellation));
        if (!double.IsNaN(test.Ssim))
            metrics[MetricNames.TestSsim] = test.Ssim;
        if (!double.IsNaN(lastEpochLoss))
            metrics[MetricNames.PublishedGap] = Math.Abs(lastEpochLoss - test.Loss);
        if (prepared.Validation.shape[0] > 0)
            EpochFigures.AddValidation(metrics, prepared, evaluator.Evaluate(prepared.Validation, EvaluatedSplit.Validation, cancellation: cancellation));
        return (metrics, test.Images);
    }

    // What people mean by inference time is that of an image, not of one of its blocks.
    private static double SignalsPerImage(PreparedProblem prepared) => prepared.TestImages is { } images ? (double)prepared.Test.shape[0] / images.Count : 1;

    private static void AddCondition(SortedDictionary<string, double> metrics, string name, bool hasPeak, SplitMetrics figures)
    {
        metrics[MetricNames.Robustness(name, "mse")] = figures.Mse;
        metrics[MetricNames.Robustness(name, "nmse_db")] = figures.NmseDb;
        if (hasPeak)
            metrics[MetricNames.Robustness(name, "psnr")] = figures.Psnr;
        if (!double.IsNaN(figures.Ssim))
            metrics[MetricNames.Robustness(name, "ssim")] = figures.Ssim;
    }
}
