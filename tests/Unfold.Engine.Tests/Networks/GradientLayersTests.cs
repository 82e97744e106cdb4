using TorchSharp;
using TorchSharp.Modules;
using Unfold.Continuation;
using Unfold.Deconet;
using Unfold.Engine.Networks;

namespace Unfold.Engine.Tests.Networks;

/// <summary>A gradient that flows through the last layers alone.</summary>
public sealed class GradientLayersTests : IDisposable
{
    private readonly Laboratory _laboratory = new();

    public void Dispose() => _laboratory.Dispose();

    // x_L = aᴸ x₀: of the derivative L aᴸ⁻¹ x₀ every layer gives one part.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    public void Each_layer_gives_its_part_of_the_derivative(int layers, int parts)
    {
        using var scope = torch.NewDisposeScope();
        using var network = new Power();
        var runner = new NetworkRunner(network, new NoContinuation(new NoContinuationOptions())) { Pass = new ForwardPass { GradientLayers = layers } };
        runner.Reconstruct(new Observation(torch.full(new long[] { 1, 1 }, 2.0), null!, NoiseLevel.None)).Estimate.sum().backward();
        Assert.Equal(parts * Math.Pow(1.5, 4) * 2, network.A.grad!.item<double>(), 1e-12);
    }

    [Fact]
    public void Values_stay_and_parameters_of_earlier_layers_have_no_gradient()
    {
        using var network = _laboratory.Build(new LayeredArchitecture(new LayeredOptions { Layers = 4 }));
        var full = _laboratory.Gradients(Runner(network, ForwardPass.Plain));
        var last = _laboratory.Gradients(Runner(network, new ForwardPass { GradientLayers = 2 }));
        Assert.Equal(full.Loss, last.Loss);
        Assert.Equal(["gain", "step2", "step3"], last.Gradients.Keys.Order(StringComparer.Ordinal));
        // Those of the layers themselves see nothing of what was cut off before them; the gain is an input of every layer.
        Assert.Equal(full.Gradients["step3"], last.Gradients["step3"]);
        Assert.Equal(full.Gradients["step2"], last.Gradients["step2"]);
        Assert.NotEqual(full.Gradients["gain"], last.Gradients["gain"]);
    }

    [Fact]
    public void It_is_the_gradient_of_the_last_layers_run_by_hand()
    {
        using var network = _laboratory.Build(new LayeredArchitecture(new LayeredOptions { Layers = 5 }));
        var last = _laboratory.Gradients(Runner(network, new ForwardPass { GradientLayers = 2 }));
        using var scope = torch.NewDisposeScope();
        var observed = _laboratory.Observe();
        var begun = (LayeredArchitecture.State)network.Begin(observed, ContinuationStep.First, null);
        LayerState state = begun;
        for (var k = 0; k < 3; k++)
            state = network.Layer(state, observed, k);
        // x is a constant then; what the solve began with is not.
        state = begun with { X = ((LayeredArchitecture.State)state).X.detach(), Step = ((LayeredArchitecture.State)state).Step!.detach() };
        for (var k = 3; k < 5; k++)
            state = network.Layer(state, observed, k);
        foreach (var parameter in network.parameters())
            parameter.grad = null;
        network.Estimate(state, observed).square().mean().backward();
        foreach (var (name, parameter) in network.named_parameters())
            Assert.Equal(parameter.grad?.data<float>().ToArray(), last.Gradients.GetValueOrDefault(name));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public void Through_all_layers_it_is_the_whole_gradient(int layers)
    {
        using var network = _laboratory.Build(new Deconet.Deconet(new DeconetOptions { Layers = 5, Redundancy = 2, LearnSteps = true }));
        var full = _laboratory.Gradients(Runner(network, ForwardPass.Plain));
        Assert.Equal(full.Gradients, _laboratory.Gradients(Runner(network, new ForwardPass { GradientLayers = layers })).Gradients);
    }

    [Fact]
    public void Every_solve_of_a_continuation_is_cut_by_itself()
    {
        using var network = _laboratory.Build(new LayeredArchitecture(new LayeredOptions { Layers = 3 }));
        var continuation = new ProximalPoint(new ContinuationOptions { Steps = 2, GradientThroughWarmStart = true });
        var full = _laboratory.Gradients(new NetworkRunner(network, continuation));
        var last = _laboratory.Gradients(new NetworkRunner(network, continuation) { Pass = new ForwardPass { GradientLayers = 1 } });
        Assert.Equal(full.Loss, last.Loss);
        Assert.Equal(["gain", "step2"], last.Gradients.Keys.Order(StringComparer.Ordinal));
    }

    private static NetworkRunner Runner(UnfoldingNetwork network, ForwardPass pass) => new(network, new NoContinuation(new NoContinuationOptions())) { Pass = pass };

    private sealed class Power : UnfoldingNetwork
    {
        public Power()
            : base("power") => register_parameter("a", A);

        public Parameter A { get; } = new(torch.tensor(1.5));

        public override int Layers => 5;

        public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) => new State(observed.Y.alias());

        public override LayerState Layer(LayerState state, Observation observed, int k) => new State(((State)state).X * A);

        public override torch.Tensor Estimate(LayerState state, Observation observed) => ((State)state).X.alias();
    }

    private sealed record State(torch.Tensor X) : LayerState;
}
