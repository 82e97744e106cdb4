using TorchSharp;
using Unfold.Engine.Optimizers;
using Unfold.Engine.Schedules;

namespace Unfold.Engine.Tests;

public sealed class OptimizersTests
{
    // f(w) = w²/2 at w = 2: the gradient is 2.
    [Fact]
    public void Adam_moves_by_its_rate_in_the_first_step() =>
        Assert.Equal(2 - 0.1, Step(new Adam(new AdamOptions { LearningRate = 0.1 })), 1e-6);

    [Fact]
    public void Adamw_shrinks_the_parameter_apart_from_the_gradient() =>
        Assert.Equal((2 * (1 - (0.1 * 0.5))) - 0.1, Step(new AdamW(new AdamOptions { LearningRate = 0.1, WeightDecay = 0.5 })), 1e-6);

    [Fact]
    public void Sgd_moves_along_the_gradient() =>
        Assert.Equal(2 - (0.1 * 2), Step(new Sgd(new SgdOptions { LearningRate = 0.1 })), 1e-6);

    [Fact]
    public void Lbfgs_solves_a_quadratic() =>
        Assert.Equal(0, Step(new Lbfgs(new LbfgsOptions { LearningRate = 1 })), 1e-4);

    [Fact]
    public void Cosine_falls_from_one_to_its_end_after_its_warm_up()
    {
        var cosine = new Cosine(new CosineOptions { Final = 0.1, Warmup = 0.1 });
        Assert.InRange(cosine.Factor(0, 100), 0, 0.2);
        Assert.Equal(1, cosine.Factor(10, 100), 1e-9);
        Assert.True(cosine.Factor(55, 100) is > 0.4 and < 0.7);
        Assert.InRange(cosine.Factor(99, 100), 0.1, 0.11);
    }

    private static double Step(IOptimizer optimizer)
    {
        using var scope = torch.NewDisposeScope();
        using var parameter = new TorchSharp.Modules.Parameter(torch.tensor(new[] { 2f }));
        using var update = optimizer.Build([parameter]);
        update.Step(
            () =>
            {
                parameter.grad?.zero_();
                var loss = parameter.square().sum() / 2;
                loss.backward();
                return loss.detach();
            },
            optimizer.LearningRate);
        return parameter.detach().item<float>();
    }
}
