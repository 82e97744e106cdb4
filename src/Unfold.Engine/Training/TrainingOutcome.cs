using Unfold.Engine.Evaluation;
using Unfold.Engine.Networks;
using Unfold.Results;

namespace Unfold.Engine.Training;

/// <summary>A trained network with its figures; owns the network.</summary>
/// <param name="Runner">The network under its continuation.</param>
/// <param name="Evaluator">The evaluator that was used.</param>
/// <param name="Metrics">Dotted names to values.</param>
/// <param name="TestImages">The figures of every test image.</param>
/// <param name="ParametersSha256">Hash of the reported parameters.</param>
/// <param name="Notes">What a reader of the figures must know.</param>
public sealed record TrainingOutcome(
    NetworkRunner Runner,
    SplitEvaluator Evaluator,
    IReadOnlyDictionary<string, double> Metrics,
    ImageFigures TestImages,
    string ParametersSha256,
    IReadOnlyList<string> Notes) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Runner.Network.Dispose();
}
