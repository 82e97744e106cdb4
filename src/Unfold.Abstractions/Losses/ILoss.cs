using TorchSharp;

namespace Unfold;

/// <summary>A training loss.</summary>
public interface ILoss : IComponent
{
    /// <summary>The loss of a batch, a scalar tensor, mean over entries, in normalised units. The engine adds the network's penalty.</summary>
    torch.Tensor Evaluate(LossContext context);
}
