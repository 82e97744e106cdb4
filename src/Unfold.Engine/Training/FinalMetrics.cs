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
            [MetricNames.TestPsnr] = test.Psnr,
            [MetricNames.TestPsnrOfMse] = test.PsnrOfMse,
            [MetricNames.GeneralizationGap] = test.Mse - train.Mse,
            [MetricNames.UntrainedTestMse] = untrained.Mse,
            [MetricNames.UntrainedTestPsnr] = untrained.Psnr,
            [MetricNames.ParametersCount] = parameters.Sum(p => p.numel()),
            [MetricNames.TrainSeconds] = training.TotalSeconds,
            [MetricNames.InferenceMilliseconds] = inference.MillisecondsPerSignal,
            [MetricNames.PeakMegabytes] = Math.Max(peak, ResidentMemory.Peak) / (1024.0 * 1024.0),
        };
        if (inference.Megabytes is { } megabytes)
            metrics[MetricNames.InferenceMegabytes] = megabytes;
        foreach (var (id, value) in test.OtherLosses)
        {
            metrics[MetricNames.Loss("train", id)] = train.OtherLosses[id];
            metrics[MetricNames.Loss("test", id)] = value;
            metrics[MetricNames.Gap(id)] = value - train.OtherLosses[id];
        }

        foreach (var condition in options.TestConditions)
            AddCondition(metrics, condition.Name, evaluator.Evaluate(prepared.Test, EvaluatedSplit.Test, condition: condition, cancellation: cancellation));
        if (!double.IsNaN(test.Ssim))
            metrics[MetricNames.TestSsim] = test.Ssim;
        if (!double.IsNaN(lastEpochLoss))
            metrics[MetricNames.PublishedGap] = Math.Abs(lastEpochLoss - test.Loss);
        if (prepared.Validation.shape[0] > 0)
        {
            var validation = evaluator.Evaluate(prepared.Validation, EvaluatedSplit.Validation, cancellation: cancellation);
            metrics[MetricNames.ValidationLoss] = validation.Loss;
            metrics[MetricNames.ValidationMse] = validation.Mse;
            metrics[MetricNames.ValidationPsnr] = validation.Psnr;
        }

        return (metrics, test.Images);
    }

    private static void AddCondition(SortedDictionary<string, double> metrics, string name, SplitMetrics figures)
    {
        metrics[MetricNames.Robustness(name, "mse")] = figures.Mse;
        metrics[MetricNames.Robustness(name, "psnr")] = figures.Psnr;
        metrics[MetricNames.Robustness(name, "nmse_db")] = figures.NmseDb;
        if (!double.IsNaN(figures.Ssim))
            metrics[MetricNames.Robustness(name, "ssim")] = figures.Ssim;
    }
}
