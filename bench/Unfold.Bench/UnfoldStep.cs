using TorchSharp;
using Unfold.Deconet;
using Unfold.Engine.Networks;

namespace Unfold.Bench;

/// <summary>A training step as the engine runs it; as published it is the same arithmetic as <see cref="ReferenceStep"/>.</summary>
internal sealed class UnfoldStep : IDisposable
{
    private readonly NetworkRunner _runner;
    private readonly torch.optim.Optimizer _adam;
    private readonly DenseOperator _operator = StepSetting.Operator();

    public UnfoldStep(DeconetOptions options, ForwardPass? pass = null)
    {
        var problem = new Problem(new SignalShape(1, 28, 28), _operator, new NoiseLevel(1e-4), new PixelScale(0, 1, 0.1307, 0.3081), torch.CPU);
        var network = new Deconet.Deconet(options).Build(problem, new TrainingSample(StepSetting.Signals()));
        _runner = new NetworkRunner(network, new OneSolve()) { Pass = pass ?? ForwardPass.Plain };
        _adam = torch.optim.Adam(network.parameters(), 1e-2);
    }

    public float Run(torch.Tensor x, torch.Tensor noise)
    {
        using var scope = torch.NewDisposeScope();
        _adam.zero_grad();
        var observed = Observe(x, noise);
        var loss = torch.nn.functional.mse_loss(_runner.Reconstruct(observed).Estimate, x);
        _runner.Backward(loss);
        _runner.Forget();
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
        _runner.Network.Dispose();
        _operator.Dispose();
    }

    private Observation Observe(torch.Tensor x, torch.Tensor noise)
    {
        using var noGradient = torch.no_grad();
        var y = _operator.Apply(x) + noise;
        return new Observation(y, _operator, new NoiseLevel(1e-4), new Oracle(noise.norm(), x.min(), x.max()));
    }

    private sealed class OneSolve : IContinuation
    {
        public object Options => this;

        public ContinuationStep? Next(ContinuationHistory history) => history.Completed == 0 ? ContinuationStep.First : null;
    }
}
