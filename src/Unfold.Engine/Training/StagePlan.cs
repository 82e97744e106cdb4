using TorchSharp.Modules;

namespace Unfold.Engine.Training;

/// <summary>The stages of a training, a pure function of the step: all of it in one, or layer by layer (<see cref="TrainingOptions.LayerWise"/>).</summary>
internal sealed class StagePlan
{
    private readonly IReadOnlyList<TrainingStage> _stages;
    private readonly long _length;

    private StagePlan(IReadOnlyList<TrainingStage> stages, long totalSteps) => (_stages, _length) = (stages, Math.Max(1, totalSteps / stages.Count));

    /// <param name="training">The options.</param>
    /// <param name="network">The network.</param>
    /// <param name="parameters">Its trained parameters.</param>
    /// <param name="totalSteps">All steps.</param>
    /// <exception cref="UnfoldException">UFT020: the network or the number of steps does not allow to train it layer by layer.</exception>
    public static StagePlan Of(TrainingOptions training, UnfoldingNetwork network, IReadOnlyList<Parameter> parameters, long totalSteps)
    {
        if (training.LayerWise.Count == 0)
            return new StagePlan([new TrainingStage(null, 1, parameters)], totalSteps);
        var stages = LayerByLayer(training.LayerWise, network, parameters);
        if (stages.Count == 0)
            throw Refused("the network has no layers");
        if (totalSteps < stages.Count)
            throw Refused($"it has {stages.Count} stages ({network.Layers} layers of {training.LayerWise.Count} each), and the run has {totalSteps} steps");
        if (stages.FindIndex(stage => stage.Parameters.Count == 0) is var empty and >= 0)
            throw Refused($"in the stages of layer {(empty / training.LayerWise.Count) + 1} no parameter would be trained: it has none of its own, and none is shared by all layers");
        return new StagePlan(stages, totalSteps);
    }

    /// <summary>The number of the stage that a step belongs to; what division leaves over belongs to the last one.</summary>
    public int NumberAt(long step) => (int)Math.Min(_stages.Count - 1, step / _length);

    /// <summary>A stage.</summary>
    public TrainingStage this[int number] => _stages[number];

    private static List<TrainingStage> LayerByLayer(IReadOnlyList<double> factors, UnfoldingNetwork network, IReadOnlyList<Parameter> parameters)
    {
        var own = Enumerable.Range(0, network.Layers).Select(k => network.LayerParameters(k).ToHashSet<Parameter>(ReferenceEqualityComparer.Instance)).ToList();
        var all = network.parameters().ToHashSet<Parameter>(ReferenceEqualityComparer.Instance);
        if (own.FindIndex(layer => !layer.IsSubsetOf(all)) is var foreign and >= 0)
            throw Refused($"layer {foreign + 1} names a parameter that is not registered with the network");
        List<Parameter> Trained(int from, int to) => [.. parameters.Where(p => own[from..to].Exists(layer => layer.Contains(p)) || !own.Exists(layer => layer.Contains(p)))];
        return [.. own.SelectMany((_, k) => factors.Select((factor, i) => new TrainingStage(k + 1 < own.Count ? k + 1 : null, factor, Trained(i == 0 ? k : 0, k + 1))))];
    }

    private static UnfoldException Refused(string why) =>
        new("UFT020", $"training.layerWise: {why}", "leave it out to train all layers at once, raise training.epochs, or take an architecture whose layers have parameters of their own");
}
