using TorchSharp;
using Unfold.Continuation;
using Unfold.Deconet;
using Unfold.Engine.Networks;

namespace Unfold.Engine.Tests.Networks;

/// <summary>Layers that are run again in the backward pass: the same loss and gradient as if everything were kept.</summary>
public sealed class RecomputeTests : IDisposable
{
    private const double Tolerance = 1e-5;

    private readonly Laboratory _laboratory = new();

    public static TheoryData<RecomputeRule> Rules => [RecomputeRule.SquareRoot, RecomputeRule.EveryLayer];

    public void Dispose() => _laboratory.Dispose();

    [Theory]
    [MemberData(nameof(Rules))]
    public void Deconet_with_all_that_it_can_learn(RecomputeRule rule)
    {
        var options = new DeconetOptions { Layers = 7, Redundancy = 2, LearnSteps = true, LearnThresholds = true, LearnSmoothing = true, LearnStepBalance = true };
        using var network = _laboratory.Build(new Deconet.Deconet(options));
        AssertSame(network, new NoContinuation(new NoContinuationOptions()), new ForwardPass { Recompute = rule });
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Through_the_warm_starts_of_a_continuation(RecomputeRule rule)
    {
        using var network = _laboratory.Build(new Deconet.Deconet(new DeconetOptions { Layers = 5, Redundancy = 2, LearnSteps = true }));
        AssertSame(network, new ProximalPoint(new ContinuationOptions { Steps = 3, GradientThroughWarmStart = true, Dual = DualRule.Keep }), new ForwardPass { Recompute = rule });
        // Its extrapolation uses the estimates of two solves: the graph of each is passed through twice.
        AssertSame(network, new Accelerated(new ContinuationOptions { Steps = 4, GradientThroughWarmStart = true }), new ForwardPass { Recompute = rule });
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Layers_that_draw_random_numbers_draw_the_same_ones(RecomputeRule rule)
    {
        using var network = _laboratory.Build(new LayeredArchitecture(new LayeredOptions { Layers = 5, Dropout = 0.5 }));
        AssertSame(network, new NoContinuation(new NoContinuationOptions()), new ForwardPass { Recompute = rule });
    }

    [Fact]
    public void Together_with_a_truncated_gradient()
    {
        using var network = _laboratory.Build(new LayeredArchitecture(new LayeredOptions { Layers = 6, Dropout = 0.2 }));
        var runner = new NetworkRunner(network, new NoContinuation(new NoContinuationOptions())) { Pass = new ForwardPass { GradientLayers = 4 } };
        var (expected, actual) = (_laboratory.Gradients(runner), _laboratory.Gradients(runner.With(runner.Pass with { Recompute = RecomputeRule.SquareRoot })));
        Assert.Equal(expected.Loss, actual.Loss);
        Assert.InRange(Laboratory.Distance(expected.Gradients, actual.Gradients), 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_loss_of_every_layers_estimate(RecomputeRule rule)
    {
        using var network = _laboratory.Build(new Deconet.Deconet(new DeconetOptions { Layers = 5, Redundancy = 2, LearnSteps = true }));
        AssertSame(
            network,
            new ProximalPoint(new ContinuationOptions { Steps = 2, GradientThroughWarmStart = true }),
            new ForwardPass { Recompute = rule, KeepsEstimates = true },
            output => output.LayerEstimates.Select((x, k) => (x - (0.1 * k)).square().mean()).Aggregate((a, b) => a + b));
    }

    // As losses of equivariance do: the measurements of the second pass are made of the first one's estimate.
    [Fact]
    public void A_loss_that_reconstructs_again_from_the_estimate()
    {
        using var network = _laboratory.Build(new LayeredArchitecture(new LayeredOptions { Layers = 5 }));
        var continuation = new NoContinuation(new NoContinuationOptions());
        var plain = new NetworkRunner(network, continuation);
        var recomputing = plain.With(new ForwardPass { Recompute = RecomputeRule.SquareRoot });
        torch.Tensor Loss(NetworkRunner runner, Reconstruction first)
        {
            var observed = _laboratory.Observe();
            return (first.Estimate - runner.Reconstruct(observed with { Y = observed.Operator.Apply(first.Estimate.roll(1, 1)) }).Estimate).square().mean();
        }

        var (expected, actual) = (_laboratory.Gradients(plain, r => Loss(plain, r)), _laboratory.Gradients(recomputing, r => Loss(recomputing, r)));
        Assert.Equal(expected.Loss, actual.Loss);
        Assert.InRange(Laboratory.Distance(expected.Gradients, actual.Gradients), 0, Tolerance);
    }

    [Fact]
    public void A_published_network_whose_layers_write_into_their_state()
    {
        using var network = _laboratory.Build(new Deconet.Deconet(new DeconetOptions { Layers = 6, Redundancy = 2, Gradient = GradientRule.LastLayer }));
        AssertSame(network, new ProximalPoint(new ContinuationOptions { Steps = 2, Dual = DualRule.Keep }), new ForwardPass { Recompute = RecomputeRule.SquareRoot });
    }

    [Fact]
    public void Buffers_count_once_and_random_streams_go_on_as_if_nothing_were_run_again()
    {
        var (count, next) = After(ForwardPass.Plain);
        Assert.Equal((5f, next), (count, next));
        Assert.Equal((count, next), After(new ForwardPass { Recompute = RecomputeRule.SquareRoot }));

        (float Count, float Next) After(ForwardPass pass)
        {
            using var network = _laboratory.Build(new LayeredArchitecture(new LayeredOptions { Layers = 5, Dropout = 0.5 }));
            _laboratory.Gradients(new NetworkRunner(network, new NoContinuation(new NoContinuationOptions())) { Pass = pass });
            using var draw = torch.rand(1);
            return (network.named_buffers().Single().buffer.item<float>(), draw.item<float>());
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_pass_leaves_a_tensor_behind(RecomputeRule rule)
    {
        using var network = _laboratory.Build(new Deconet.Deconet(new DeconetOptions { Layers = 6, Redundancy = 2, LearnSteps = true }));
        var runner = new NetworkRunner(network, new ProximalPoint(new ContinuationOptions { Steps = 2, GradientThroughWarmStart = true }))
        {
            Pass = new ForwardPass { Recompute = rule, GradientLayers = 4, KeepsEstimates = true },
        };
        _laboratory.Gradients(runner);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 3; i++)
            _laboratory.Gradients(runner);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private void AssertSame(UnfoldingNetwork network, IContinuation continuation, ForwardPass pass, Func<Reconstruction, torch.Tensor>? loss = null)
    {
        var expected = _laboratory.Gradients(new NetworkRunner(network, continuation) { Pass = pass with { Recompute = null } }, loss);
        var actual = _laboratory.Gradients(new NetworkRunner(network, continuation) { Pass = pass }, loss);
        Assert.Equal(expected.Loss, actual.Loss);
        Assert.InRange(Laboratory.Distance(expected.Gradients, actual.Gradients), 0, Tolerance);
    }
}
