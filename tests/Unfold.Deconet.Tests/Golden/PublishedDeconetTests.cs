using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Deconet.Tests.Golden;

/// <summary>With <see cref="DeconetOptions.AsPublished"/> the network is the reference implementation, to 1e-5 of the largest entry.</summary>
public class PublishedDeconetTests
{
    public static TheoryData<string> Cases => [.. GoldenCase.All.Select(c => c.Name)];

    public static TheoryData<string> TrainedCases => [.. GoldenCase.All.Where(c => c.Training is not null).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_loss_and_gradient_are_those_of_the_reference(string name)
    {
        using var scope = torch.NewDisposeScope();
        var golden = Case(name);
        using var network = golden.Network(golden.Published());

        var (estimate, loss) = Step(golden, network);

        AssertClose(GoldenCase.Tensor(golden.Expected["xHat"]!), estimate);
        Assert.Equal(golden.Expected.Value<double>("mse"), loss.item<float>(), 1e-5 * golden.Expected.Value<double>("mse"));
        AssertClose(GoldenCase.Tensor(golden.Expected["gradW"]!), GradientOrZero(network));
    }

    [Theory]
    [MemberData(nameof(TrainedCases))]
    public void Adam_follows_the_trajectory_of_the_reference(string name)
    {
        using var scope = torch.NewDisposeScope();
        var golden = Case(name);
        using var network = golden.Network(golden.Published());
        using var adam = torch.optim.Adam(network.parameters(), golden.Training!.Value<double>("lr"));

        var losses = new List<double>();
        for (var i = 0; i < golden.Training.Value<int>("steps"); i++)
        {
            adam.zero_grad();
            losses.Add(Step(golden, network).Loss.item<float>());
            adam.step();
        }

        var expected = golden.Training["expectedLosses"]!.ToObject<double[]>()!;
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], losses[i], 1e-5 * expected[i]);
        AssertClose(GoldenCase.Tensor(golden.Training["expectedFinalW"]!), network.parameters().Single().detach(), tolerance: 1e-4);
    }

    [Fact]
    public void Every_rule_of_the_published_algorithm_matters()
    {
        using var scope = torch.NewDisposeScope();
        var golden = Case("small-mu-many-layers");
        var published = golden.Published();
        var expected = GoldenCase.Tensor(golden.Expected["xHat"]!);
        DeconetOptions[] deviations =
        [
            published with { DualBound = DualBoundRule.Unit },
            published with { DualCentre = DualCentreRule.Dual },
            published with { Shrinkage = ShrinkageRule.Block },
            published with { NoiseBound = NoiseBoundRule.Known },
            published with { Momentum = MomentumRule.Accelerated },
            published with { StepSizes = StepSizeRule.Norms },
            published with { OutputRange = OutputRangeRule.None },
        ];
        Assert.All(deviations, options =>
        {
            using var network = golden.Network(options);
            Assert.True((Step(golden, network).Estimate - expected).abs().max().item<float>() > 1e-4f, options.ToString());
        });
    }

    [Fact]
    public void The_gradient_through_all_layers_is_another_one()
    {
        using var scope = torch.NewDisposeScope();
        var golden = Case("mnist-defaults-small");
        using var network = golden.Network(golden.Published() with { Gradient = GradientRule.Full });
        Step(golden, network);
        var difference = (GradientOrZero(network) - GoldenCase.Tensor(golden.Expected["gradW"]!)).norm() / GradientOrZero(network).norm();
        Assert.True(difference.item<float>() > 1e-3f);
    }

    private static GoldenCase Case(string name) => GoldenCase.All.Single(c => c.Name == name);

    private static (torch.Tensor Estimate, torch.Tensor Loss) Step(GoldenCase golden, DeconetNetwork network)
    {
        var observed = golden.Observe();
        var estimate = network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed);
        var loss = (estimate - GoldenCase.Tensor(golden.X)).square().mean();
        if (loss.requires_grad)
            loss.backward();
        return (estimate, loss);
    }

    private static torch.Tensor GradientOrZero(DeconetNetwork network)
    {
        Parameter analysis = network.parameters().Single();
        return analysis.grad ?? torch.zeros_like(analysis);
    }

    private static void AssertClose(torch.Tensor expected, torch.Tensor actual, double tolerance = 1e-5)
    {
        var scale = Math.Max(1e-30, expected.abs().max().item<float>());
        var worst = (expected - actual).abs().max().item<float>() / scale;
        Assert.True(worst <= tolerance, $"largest difference {worst:g3} of the largest entry");
    }
}
