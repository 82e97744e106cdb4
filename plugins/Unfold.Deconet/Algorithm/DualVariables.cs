using TorchSharp;

namespace Unfold.Deconet;

/// <summary>One block of dual variables with its momentum.</summary>
/// <param name="Average">u (TFOCS: v), the averaged sequence.</param>
/// <param name="Point">Where the next dual step starts: z, or the combined point, by <see cref="DualCentreRule"/>.</param>
/// <param name="Combined">(1−θ)u + θz, which gives the next primal point.</param>
public sealed record DualVariables(torch.Tensor Average, torch.Tensor Point, torch.Tensor Combined) : LayerState;
