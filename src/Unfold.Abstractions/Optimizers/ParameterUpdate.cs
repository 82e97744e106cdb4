using TorchSharp;

namespace Unfold;

/// <summary>An optimizer at work, with its state.</summary>
public abstract class ParameterUpdate : IDisposable
{
    /// <summary>Makes one step.</summary>
    /// <param name="evaluate">Zeroes the gradients, computes the loss of the step's batch, its gradients (clipped where asked) and returns the loss, detached. May be called several times.</param>
    /// <param name="learningRate">The learning rate of this step.</param>
    /// <returns>The loss of the first evaluation.</returns>
    public abstract torch.Tensor Step(Func<torch.Tensor> evaluate, double learningRate);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the optimizer's state.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
