using Unfold.Results;

namespace Unfold.Engine.Training;

/// <summary>How steadily a run trained, gathered over its epochs; the figures are defined in <see cref="MetricNames"/>.</summary>
internal sealed class StabilityFigures
{
    private const int FewestForRoughness = 3;

    private readonly List<double> _validation = [];
    private double _normSum;
    private double _largestNorm;
    private long _steps;

    /// <summary>Nothing gathered yet.</summary>
    public StabilityFigures()
    {
    }

    /// <summary>Goes on from what was gathered before.</summary>
    public StabilityFigures(StabilityRecord before)
    {
        _validation.AddRange(before.Validation);
        (_normSum, _largestNorm, _steps) = (before.NormSum, before.LargestNorm, before.Steps);
    }

    /// <summary>What was gathered.</summary>
    public StabilityRecord Record => new([.. _validation], _normSum, _largestNorm, _steps);

    /// <summary>Epochs since the lowest validation MSE.</summary>
    public int EpochsSinceBest => _validation.Count == 0 ? 0 : _validation.Count - 1 - Best;

    private int Best => _validation.IndexOf(_validation.Min());

    /// <summary>Notes the gradient norms of an epoch's steps.</summary>
    public void Add(GradientNorms norms)
    {
        _normSum += norms.Mean * norms.Steps;
        _steps += norms.Steps;
        _largestNorm = Math.Max(_largestNorm, norms.Largest);
    }

    /// <summary>Notes the validation MSE of epoch 0, 1, …</summary>
    public void Add(double validationMse) => _validation.Add(validationMse);

    /// <summary>The figures; those that were not measured are left out.</summary>
    public IEnumerable<KeyValuePair<string, double>> Metrics()
    {
        if (_steps > 0)
        {
            yield return new(MetricNames.MeanGradientNorm, _normSum / _steps);
            yield return new(MetricNames.LargestGradientNorm, _largestNorm);
        }

        if (_validation.Count > 1)
            yield return new(MetricNames.BestEpoch, Best);
        if (_validation.Count > FewestForRoughness)
            yield return new(MetricNames.CurveRoughness, Roughness([.. _validation.Skip(1)]));
    }

    /// <summary>Root mean square of the second differences, over √6 times the last value.</summary>
    internal static double Roughness(IReadOnlyList<double> curve)
    {
        var second = Enumerable.Range(1, curve.Count - 2).Select(i => curve[i + 1] - (2 * curve[i]) + curve[i - 1]);
        return Math.Sqrt(second.Average(d => d * d) / 6) / curve[^1];
    }
}
