using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Testing;

namespace Unfold.Deconet.Tests;

public sealed class NetworkTests
{
    private static readonly Problem Problem = new(new SignalShape(1, 4, 5), Matrix(), new NoiseLevel(0.01), new PixelScale(0, 1, 0, 1), torch.CPU);

    public static TheoryData<bool> Rules() => [true, false];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Estimates_have_their_shape_and_no_pass_leaves_a_tensor_behind(bool asPublished)
    {
        using var network = new Deconet(new DeconetOptions { AsPublished = asPublished, Layers = 4, Redundancy = 2 }).Build(Problem, Sample());
        var runner = new NetworkRunner(network, new OneSolve());
        foreach (var check in new[] { NetworkChecks.Shapes(runner, Observe, 20), NetworkChecks.Leaks(runner, () => Observe(3)) })
            Assert.True(check.Passed, check.ToString());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void One_seed_gives_one_network(bool asPublished)
    {
        var check = NetworkChecks.Deterministic(new Deconet(new DeconetOptions { AsPublished = asPublished, Layers = 4, Redundancy = 2 }), Problem, Sample(), Observe(2));
        Assert.True(check.Passed, check.ToString());
    }

    [Fact]
    public void The_block_shrinkage_is_the_prox_of_the_norm()
    {
        using var generator = new torch.Generator(2, torch.CPU);
        using var point = torch.randn(9, 1, dtype: torch.float64, generator: generator);
        using var threshold = torch.tensor(0.8, dtype: torch.float64);
        var check = ProximalCheck.Optimality(z => z.norm() * threshold, w => Shrinkage.Apply(ShrinkageRule.Block, w, threshold), point, generator);
        Assert.True(check.Passed, check.ToString());
        var wrong = ProximalCheck.Optimality(z => z.norm() * threshold, w => Shrinkage.Apply(ShrinkageRule.Elementwise, w, threshold), point, generator);
        Assert.False(wrong.Passed, wrong.ToString());
    }

    private static DenseOperator Matrix()
    {
        using var generator = new torch.Generator(1, torch.CPU);
        return new DenseOperator(torch.randn(8, 20, generator: generator) / Math.Sqrt(8));
    }

    private static TrainingSample Sample() => new(torch.rand(10, 20));

    private static Observation Observe(int batch)
    {
        var x = torch.rand(batch, 20);
        return new Observation(Problem.Operator.Apply(x), Problem.Operator, Problem.Noise, new Oracle(torch.tensor(0.01f), x.min(), x.max()));
    }

    private sealed class OneSolve : IContinuation
    {
        public object Options => this;

        public ContinuationStep? Next(ContinuationHistory history) => history.Completed == 0 ? ContinuationStep.First : null;
    }
}
