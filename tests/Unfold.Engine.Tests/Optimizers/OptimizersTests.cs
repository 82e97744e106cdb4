using TorchSharp;
using Unfold.Engine.Optimizers;

namespace Unfold.Engine.Tests;

/// <summary>Steps on f(w) = w²/2 from w = 2, where the gradient is w, against the published update rules in plain arithmetic.</summary>
public sealed class OptimizersTests
{
    [Fact]
    public void Adam_corrects_the_bias_of_both_means()
    {
        double w = 2, mean = 0, square = 0;
        var expected = new List<double>();
        for (var t = 1; t <= 4; t++)
        {
            mean = (0.8 * mean) + (0.2 * w);
            square = (0.9 * square) + (0.1 * w * w);
            w -= 0.1 * (mean / (1 - Math.Pow(0.8, t))) / (Math.Sqrt(square / (1 - Math.Pow(0.9, t))) + 0.01);
            expected.Add(w);
        }

        AssertFollows(expected, new Adam(new AdamOptions { LearningRate = 0.1, Beta1 = 0.8, Beta2 = 0.9, Epsilon = 0.01 }));
    }

    [Fact]
    public void Adams_weight_decay_is_part_of_the_gradient()
    {
        // A gradient with decay has the same sign: the first step is the rate, whatever the decay.
        AssertFollows([2 - 0.1], new Adam(new AdamOptions { LearningRate = 0.1, WeightDecay = 0.5 }));
    }

    [Fact]
    public void Adamws_weight_decay_is_apart_from_the_gradient() =>
        AssertFollows([(2 * (1 - (0.1 * 0.5))) - 0.1], new AdamW(new AdamOptions { LearningRate = 0.1, WeightDecay = 0.5 }));

    [Fact]
    public void Adamw_without_decay_is_adam()
    {
        var options = new AdamOptions { LearningRate = 0.1 };
        AssertFollows(Follow(new Adam(options), 4, _ => 0.1), new AdamW(options));
    }

    [Fact]
    public void Sgd_carries_its_momentum()
    {
        double w = 2, velocity = 0;
        var expected = new List<double>();
        for (var t = 1; t <= 4; t++)
        {
            velocity = t == 1 ? w * 1.25 : (0.9 * velocity) + (w * 1.25);
            w -= 0.1 * velocity;
            expected.Add(w);
        }

        AssertFollows(expected, new Sgd(new SgdOptions { LearningRate = 0.1, Momentum = 0.9, WeightDecay = 0.25 }));
    }

    [Fact]
    public void Nesterovs_sgd_looks_ahead()
    {
        // v₁ = g₁ = 2, w₁ = 2 − 0.1 (g₁ + 0.9 v₁).
        AssertFollows([2 - (0.1 * (2 + (0.9 * 2)))], new Sgd(new SgdOptions { LearningRate = 0.1, Momentum = 0.9, Nesterov = true }));
    }

    [Fact]
    public void Lbfgs_solves_a_quadratic_in_one_step_and_stays_there()
    {
        Assert.All(Follow(new Lbfgs(new LbfgsOptions()), 3, _ => 1), w => Assert.Equal(0, w, 1e-4));
    }

    [Fact]
    public void The_rate_of_a_step_is_the_one_that_it_is_given() =>
        Assert.Equal([2 - (0.5 * 2), 1 - (0.25 * 1), 0.75], Follow(new Sgd(new SgdOptions()), 3, t => t switch { 0 => 0.5, 1 => 0.25, _ => 0 }));

    private static void AssertFollows(List<double> expected, IOptimizer optimizer)
    {
        var received = Follow(optimizer, expected.Count, _ => optimizer.LearningRate);
        Assert.All(expected.Zip(received), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    /// <summary>w after every step. Each step has a dispose scope of its own, as in training: what an optimizer remembers must outlive it.</summary>
    private static List<double> Follow(IOptimizer optimizer, int steps, Func<int, double> rate)
    {
        using var parameter = new TorchSharp.Modules.Parameter(torch.tensor(new[] { 2f }));
        using var update = optimizer.Build([parameter]);
        var path = new List<double>();
        for (var step = 0; step < steps; step++)
        {
            using var scope = torch.NewDisposeScope();
            update.Step(
                () =>
                {
                    parameter.grad?.zero_();
                    var loss = parameter.square().sum() / 2;
                    loss.backward();
                    return loss.detach();
                },
                rate(step));
            path.Add(parameter.detach().item<float>());
        }

        return path;
    }
}
