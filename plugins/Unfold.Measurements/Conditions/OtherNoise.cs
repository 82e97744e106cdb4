using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Test measurements with other noise than the network was trained with. Without <c>told</c>, the network still believes in the level of its training.</summary>
/// <param name="options">The options.</param>
[Component("noise")]
public sealed class OtherNoise(OtherNoiseOptions options) : ITestCondition
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public string Name => options.Name;

    /// <inheritdoc/>
    public NoisyMeasurements Disturb(Problem problem, torch.Tensor clean, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var noisy = options.Noise.Add(clean, generator);
        return options.Told ? noisy : noisy with { Level = problem.Noise };
    }
}
