using TorchSharp;
using Unfold.Deconet;

namespace Unfold.Bench;

/// <summary>Our published step: the same arithmetic as <see cref="ReferenceStep"/>, as the engine runs it.</summary>
internal sealed class UnfoldStep : IDisposable
{
    private readonly UnfoldingNetwork _network;
    private readonly torch.optim.Optimizer _adam;
    private readonly DenseOperator _operator = StepSetting.Operator();

    public UnfoldStep(DeconetOptions options)
    {
        var problem = new Problem(new SignalShape(1, 28, 28), _operator, new NoiseLevel(1e-4), new PixelScale(0, 1, 0.1307, 0.3081), torch.CPU);
        _network = new Deconet.Deconet(options).Build(problem, new TrainingSample(StepSetting.Signals()));
        _adam = torch.optim.Adam(_network.parameters(), 1e-2);
    }

    public float Run(torch.Tensor x, torch.Tensor noise)
    {
        using var scope = torch.NewDisposeScope();
        _adam.zero_grad();
        var observed = Observe(x, noise);
        var estimate = _network.Estimate(_network.RunLayers(observed, ContinuationStep.First), observed);
        var loss = torch.nn.functional.mse_loss(estimate, x);
        loss.backward();
        _adam.step();
        return loss.item<float>();
    }

    /// <summary>The parameters' update alone, with the last gradients.</summary>
    public void Update()
    {
        using var scope = torch.NewDisposeScope();
        _adam.step();
    }

    public void Dispose()
    {
        _adam.Dispose();
        _network.Dispose();
        _operator.Dispose();
    }

    private Observation Observe(torch.Tensor x, torch.Tensor noise)
    {
        using var noGradient = torch.no_grad();
        var y = _operator.Apply(x) + noise;
        return new Observation(y, _operator, new NoiseLevel(1e-4), new Oracle(noise.norm(), x.min(), x.max()));
    }
}
