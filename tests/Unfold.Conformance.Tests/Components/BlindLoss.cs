using TorchSharp;

namespace Unfold.Conformance.Tests;

internal sealed class BlindLoss(Func<LossContext, torch.Tensor> evaluate) : HookedLoss(evaluate), ISelfSupervised;
