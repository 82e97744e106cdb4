using TorchSharp;

namespace Unfold.Engine.Networks;

/// <summary>Runs a network under its continuation: solve, warm-start with the estimate, solve again.</summary>
/// <param name="network">The network.</param>
/// <param name="continuation">The schedule.</param>
public sealed class NetworkRunner(UnfoldingNetwork network, IContinuation continuation)
{
    private readonly List<RecomputedSegment> _segments = [];

    /// <summary>The network.</summary>
    public UnfoldingNetwork Network { get; } = network;

    /// <summary>Whether observations must carry an oracle.</summary>
    public bool UsesOracle => (Network as IOracleNetwork)?.UsesOracle == true;

    /// <summary>How the layers are run.</summary>
    internal ForwardPass Pass { get; set; } = ForwardPass.Plain;

    /// <summary>x̂ of the last continuation step.</summary>
    public Reconstruction Reconstruct(Observation observed)
    {
        var loop = new LayerLoop(Network, Pass, _segments);
        LayerState? state = null;
        torch.Tensor? latest = null, beforeLatest = null;
        IReadOnlyList<torch.Tensor> estimates = [];
        var completed = 0;
        while (continuation.Next(new ContinuationHistory(completed, latest, beforeLatest)) is { } step)
        {
            (state, estimates) = loop.Run(observed, step, state);
            (latest, beforeLatest) = (estimates.Count > 0 ? estimates[^1] : Network.Estimate(state, observed), latest);
            completed++;
        }

        if (state is null || latest is null)
            throw new InvalidOperationException($"The continuation {continuation.GetType().Name} gave no first step.");
        return new Reconstruction(latest, Network.Penalty(state, observed)) { LayerEstimates = Pass.KeepsEstimates && estimates.Count == 0 ? [latest] : estimates };
    }

    /// <summary>The same network and continuation, run in another way.</summary>
    internal NetworkRunner With(ForwardPass pass) => new(Network, continuation) { Pass = pass };

    /// <summary>Adds the gradients of a loss of what was reconstructed since the last call or <see cref="Forget"/>.</summary>
    internal void Backward(torch.Tensor loss)
    {
        if (loss.requires_grad)
            loss.backward();
        // What a later segment hands back, an earlier one hands on.
        while (_segments is [.., var last])
        {
            last.Backward();
            last.Dispose();
            _segments.RemoveAt(_segments.Count - 1);
        }
    }

    /// <summary>Frees what a backward pass would need.</summary>
    internal void Forget()
    {
        foreach (var segment in _segments)
            segment.Dispose();
        _segments.Clear();
    }
}
