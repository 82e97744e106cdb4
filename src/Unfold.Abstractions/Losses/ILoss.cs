using TorchSharp;

namespace Unfold;

/// <summary>A training loss.</summary>
public interface ILoss : IComponent
{
    /// <summary>The loss of a batch, a scalar tensor, mean over entries, in normalised units. The engine adds the network's penalty.</summary>
    torch.Tensor Evaluate(LossContext context);

    /// <summary>
    /// Whether it may look at the truth: not where it is <see cref="ISelfSupervised"/>. A loss made of others says so by itself, true where one of them may;
    /// it then hands each of them <see cref="LossContext.For"/>.
    /// </summary>
    bool SeesTruth => this is not ISelfSupervised;
}
