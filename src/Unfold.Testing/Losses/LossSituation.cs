using TorchSharp;
using Unfold.Engine.Seeds;

namespace Unfold.Testing;

/// <summary>What a loss sees of a batch: the estimate of a small network as a leaf of its own, the truth where it may look, a teacher wherever one is asked for.</summary>
internal sealed class LossSituation : IDisposable
{
    private readonly ILoss _loss;
    private readonly SampleProblem _sample;
    private readonly SampleNetwork _network;
    private readonly torch.ScalarType _dtype;

    public LossSituation(ILoss loss, SignalShape shape, int batch, torch.ScalarType dtype = torch.ScalarType.Float32)
    {
        (_loss, _dtype) = (loss, dtype);
        _sample = new SampleProblem(shape, dtype);
        _network = new SampleNetwork(dtype);
        Observed = _sample.Observe(batch);
        Truth = loss.SeesTruth ? _sample.Truth(batch) : null;
        using var noGradient = torch.no_grad();
        Estimate = Reconstruct(Observed).Estimate.clone().requires_grad_(true);
    }

    public Observation Observed { get; }

    public torch.Tensor? Truth { get; }

    public torch.Tensor Estimate { get; }

    public LossSituation OfBatch(int batch) => new(_loss, _sample.Problem.Shape, batch, _dtype);

    /// <summary>The loss, from the same random numbers each time.</summary>
    public torch.Tensor Evaluate()
    {
        TorchSeed.Set(1);
        return _loss.Evaluate(new LossContext(_sample.Problem, Observed, Output(Estimate), Truth, Reconstruct) { Teachers = Teachers() });
    }

    public void Dispose()
    {
        _network.Dispose();
        _sample.Dispose();
    }

    private Reconstruction Reconstruct(Observation observed) => Output(_network.Estimate(_network.RunLayers(observed, ContinuationStep.First), observed));

    // Layers that come closer to the estimate, and hang on it: a gradient by it goes through all of them.
    private Reconstruction Output(torch.Tensor estimate) => new(estimate)
    {
        LayerEstimates = ComponentTree.Walk(_loss).Any(component => component is IUsesLayers) ? [estimate * 0.5, estimate * 0.8, estimate] : [],
    };

    // The engine hands over what was asked for: nested losses may learn from a run, too.
    private Dictionary<string, Func<Observation, torch.Tensor>> Teachers() => ComponentTree
        .Walk(_loss)
        .OfType<ITaught>()
        .Select(taught => taught.Teacher)
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(name => name, _ => (Func<Observation, torch.Tensor>)Teach, StringComparer.Ordinal);

    private static torch.Tensor Teach(Observation observed)
    {
        using var noGradient = torch.no_grad();
        return observed.Operator.Adjoint(observed.Y);
    }
}
