using Unfold.Engine.Evaluation;
using Unfold.Engine.Problems;
using Unfold.Results;

namespace Unfold.Engine.Training;

/// <summary>An epoch's figures: of its steps, and of the validation split, which early stopping and the kept parameters are decided by.</summary>
internal static class EpochFigures
{
    public static EpochRecord Of(
        SplitEvaluator evaluator, PreparedProblem prepared, TrainingState? state, TrainingActivity activity, int epoch, long step, double epochLoss, GradientNorms? norms, CancellationToken cancellation)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (epoch > 0)
            metrics[MetricNames.TrainLoss] = epochLoss;
        if (norms is not null)
            metrics[MetricNames.EpochGradientNorm] = norms.Mean;
        if (prepared.Validation.shape[0] > 0)
        {
            using var average = state?.Average?.InPlace();
            var validation = evaluator.Evaluate(prepared.Validation, EvaluatedSplit.Validation, cancellation: cancellation);
            activity.In(null);
            AddValidation(metrics, prepared, validation);
            state?.Best.Consider(epoch, validation.Mse);
            state?.Stability.Add(validation.Mse);
        }

        return new EpochRecord(epoch, step, metrics);
    }

    /// <summary>Adds the figures of the validation split.</summary>
    public static void AddValidation(SortedDictionary<string, double> metrics, PreparedProblem prepared, SplitMetrics validation)
    {
        metrics[MetricNames.ValidationLoss] = validation.Loss;
        metrics[MetricNames.ValidationMse] = validation.Mse;
        if (prepared.Problem.Scale.IsBounded)
            metrics[MetricNames.ValidationPsnr] = validation.Psnr;
        else
            metrics[MetricNames.ValidationNmseDb] = validation.NmseDb;
    }
}
