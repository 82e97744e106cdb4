using TorchSharp;

namespace Unfold;

/// <summary>Another way to measure the test signals of a network that was trained as the spec says: more noise, outliers, a worse operator.</summary>
public interface ITestCondition : IComponent
{
    /// <summary>The middle of its metrics' names: <c>robustness.&lt;name&gt;.psnr</c>. Lower-case letters, digits and <c>-</c>.</summary>
    string Name { get; }

    /// <summary>Disturbs clean measurements.</summary>
    /// <param name="problem">The problem that the network was trained for, with the noise level that it knows.</param>
    /// <param name="clean">A x, [batch, m]; not changed.</param>
    /// <param name="generator">The engine's seeded generator on the device of <paramref name="clean"/>: the only source of randomness.</param>
    /// <returns>The measurements, and the level that the network is told.</returns>
    NoisyMeasurements Disturb(Problem problem, torch.Tensor clean, torch.Generator generator);
}
