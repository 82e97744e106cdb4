using TorchSharp;

namespace Unfold;

/// <summary>The path of a homotopy through one run, with the tensors it needs.</summary>
public abstract class HomotopyPath : IDisposable
{
    /// <summary>What training sees of a batch.</summary>
    /// <param name="progress">The share of training that is done, in [0, 1).</param>
    /// <param name="observed">The real measurements.</param>
    /// <param name="truth">The signals [batch, n], normalised units; null where the loss must not see them (<see cref="ILoss.SeesTruth"/>).</param>
    /// <param name="generator">The seeded generator of this step, on the signals' device.</param>
    /// <returns>
    /// <paramref name="observed"/> itself where the path is at its end; else an observation that names it as <see cref="Observation.Original"/>.
    /// </returns>
    public abstract Observation At(double progress, Observation observed, torch.Tensor? truth, torch.Generator generator);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the path's tensors.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
