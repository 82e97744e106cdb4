using TorchSharp;

namespace Unfold.Plugins.Tests.Losses;

/// <summary>Contexts for losses: an operator, a noise level and a reconstruction f, without an engine.</summary>
internal sealed record LossBench(SignalShape Shape, MeasurementOperator Operator, double Sigma, Func<Observation, torch.Tensor> Network)
{
    public PixelScale Scale { get; init; } = new(0, 1, 0.25, 0.5);

    /// <summary>Whether the noise is N(0, σ²I).</summary>
    public bool IsGaussian { get; init; } = true;

    /// <summary>What the network was asked to reconstruct, beside the first time.</summary>
    public List<Observation> Asked { get; } = [];

    public LossContext Context(torch.Tensor y, torch.Tensor? truth = null)
    {
        var observed = new Observation(y, Operator, new NoiseLevel(Sigma) { IsGaussian = IsGaussian });
        return new LossContext(
            new Problem(Shape, Operator, observed.Noise, Scale, torch.CPU), observed, new Reconstruction(Network(observed)), truth, again =>
            {
                Asked.Add(again);
                return new Reconstruction(Network(again));
            });
    }
}
