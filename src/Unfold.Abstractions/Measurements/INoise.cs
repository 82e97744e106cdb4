using TorchSharp;

namespace Unfold;

/// <summary>Noise on measurements.</summary>
public interface INoise : IComponent
{
    /// <summary>Adds noise to a batch of clean measurements.</summary>
    /// <param name="clean">A x, [batch, m]; not changed.</param>
    /// <param name="generator">The engine's seeded generator on the device of <paramref name="clean"/>.</param>
    NoisyMeasurements Add(torch.Tensor clean, torch.Generator generator);
}
