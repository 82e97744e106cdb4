using TorchSharp;

namespace Unfold.Engine.Networks;

/// <summary>Runs a network under its continuation: solve, warm-start with the estimate, solve again.</summary>
/// <param name="network">The network.</param>
/// <param name="continuation">The schedule.</param>
public sealed class NetworkRunner(UnfoldingNetwork network, IContinuation continuation)
{
    /// <summary>The network.</summary>
    public UnfoldingNetwork Network { get; } = network;

    /// <summary>Whether observations must carry an oracle.</summary>
    public bool UsesOracle => (Network as IOracleNetwork)?.UsesOracle == true;

    /// <summary>x̂ of the last continuation step.</summary>
    public Reconstruction Reconstruct(Observation observed)
    {
        LayerState? state = null;
        torch.Tensor? latest = null, beforeLatest = null;
        var completed = 0;
        while (continuation.Next(new ContinuationHistory(completed, latest, beforeLatest)) is { } step)
        {
            state = Network.RunLayers(observed, step, state);
            (latest, beforeLatest) = (Network.Estimate(state, observed), latest);
            completed++;
        }

        if (state is null || latest is null)
            throw new InvalidOperationException($"The continuation {continuation.GetType().Name} gave no first step.");
        return new Reconstruction(latest, Network.Penalty(state, observed));
    }
}
