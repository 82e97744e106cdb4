using TorchSharp;

namespace Unfold;

/// <summary>Measurements with noise, and how strong the noise is.</summary>
/// <param name="Y">y = A x + e, [batch, m].</param>
/// <param name="Level">The level that a reconstruction may know.</param>
public sealed record NoisyMeasurements(torch.Tensor Y, NoiseLevel Level);
