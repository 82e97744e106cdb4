using TorchSharp;

namespace Unfold;

/// <summary>An optimizer at work, with its state.</summary>
public abstract class ParameterUpdate : IDisposable
{
    /// <summary>Makes one step.</summary>
    /// <param name="evaluate">Zeroes the gradients, computes the loss of the step's batch, its gradients (clipped where asked; none where <see cref="IOptimizer.UsesGradient"/> is false) and returns the loss, detached. May be called several times.</param>
    /// <param name="learningRate">The learning rate of this step.</param>
    /// <returns>The loss of the first evaluation.</returns>
    public abstract torch.Tensor Step(Func<torch.Tensor> evaluate, double learningRate);

    /// <summary>
    /// All that later steps depend on besides the parameters, by name: with it, and the parameters, another update goes on bit for bit. The tensors
    /// stay the update's own.
    /// </summary>
    /// <exception cref="NotSupportedException"><see cref="IOptimizer.CanBeResumed"/> is false.</exception>
    public virtual IReadOnlyDictionary<string, torch.Tensor> Save() => throw new NotSupportedException("This optimizer's state cannot be saved.");

    /// <summary>Goes on from what <see cref="Save"/> gave; the values are copied.</summary>
    /// <param name="state">The tensors, on any device.</param>
    /// <exception cref="NotSupportedException"><see cref="IOptimizer.CanBeResumed"/> is false.</exception>
    /// <exception cref="FormatException">The names or shapes are not those of these parameters.</exception>
    public virtual void Load(IReadOnlyDictionary<string, torch.Tensor> state) => throw new NotSupportedException("This optimizer's state cannot be loaded.");

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
