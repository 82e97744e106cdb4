using TorchSharp;
using Unfold.Testing;

namespace Unfold.Conformance.Tests;

public sealed class ProximalTests
{
    [Fact]
    public void A_search_finds_no_better_point_than_the_prox_of_l1_and_of_the_norm()
    {
        using var scope = torch.NewDisposeScope();
        Assert.All(
            [
                ProximalCheck.AgainstMinimiser(q => q.abs().sum() * 0.7, Soft(0.7), Point()),
                ProximalCheck.AgainstMinimiser(q => q.norm() * 0.7, w => w * (1 - (0.7 / w.norm())).clamp_min(0), Point()),
                ProximalCheck.AgainstMinimiser(q => q.square().sum() * 1.5, w => w / 4, Point()),
            ],
            check => Assert.True(check.Passed, check.ToString()));
    }

    [Fact]
    public void A_search_finds_a_better_point_than_a_wrong_prox()
    {
        using var scope = torch.NewDisposeScope();
        Assert.True(ProximalCheck.AgainstMinimiser(q => q.abs().sum() * 0.7, Soft(0.71), Point()).Failed);
        Assert.True(ProximalCheck.AgainstMinimiser(q => q.norm() * 0.7, Soft(0.7), Point()).Failed);
    }

    [Theory]
    [InlineData(1.1)]
    [InlineData(0.9)]
    public void Points_around_a_wrong_prox_of_a_sparse_vector_are_better(double wrong)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(1, torch.CPU);
        var sparse = torch.randn(3, 200, dtype: torch.float64, generator: generator);
        foreach (var (point, threshold) in new[] { (sparse, 2.2), (sparse, 0.7), (Point(), 0.7) })
        {
            Assert.True(ProximalCheck.Optimality(q => q.abs().sum() * threshold, Soft(threshold), point, generator).Passed);
            Assert.True(ProximalCheck.Optimality(q => q.abs().sum() * threshold, Soft(threshold * wrong), point, generator).Failed);
        }
    }

    [Fact]
    public void A_slope_that_rounding_hides_is_too_small_to_tell()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(1, torch.CPU);
        var hidden = torch.ones(1, dtype: torch.float64).requires_grad_(true);
        var check = DirectionalGradientCheck.Of(() => (hidden * 1e-9).sum() + 1e6, [("hidden", hidden)], generator);
        Assert.Equal(CheckOutcome.Skipped, check.Outcome);
        Assert.Contains("too small to tell for 'hidden'", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directional_gradient_check_sees_one_small_tensor_among_large_ones()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(1, torch.CPU);
        var large = torch.randn(200, dtype: torch.float64, generator: generator).requires_grad_(true);
        var small = torch.tensor(1e-3, dtype: torch.float64).requires_grad_(true);
        (string, torch.Tensor)[] variables = [("large", large), ("small", small)];
        var sound = DirectionalGradientCheck.Of(() => large.pow(3).sum() + small.square(), variables, generator);
        Assert.True(sound.Passed, sound.ToString());
        var cut = DirectionalGradientCheck.Of(() => (large * 1e-2).pow(3).sum() + small.detach().square() + small, variables, generator);
        Assert.True(cut.Failed, cut.ToString());
        Assert.Contains("'small'", cut.Message, StringComparison.Ordinal);
    }

    private static torch.Tensor Point() => torch.tensor(new[] { 1.3, -0.2, 0.9, -2.1, 0.05 });

    private static Func<torch.Tensor, torch.Tensor> Soft(double threshold) => w => w.sign() * (w.abs() - threshold).clamp_min(0);
}
