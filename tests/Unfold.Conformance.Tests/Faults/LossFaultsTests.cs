using TorchSharp;
using Unfold.Testing;

namespace Unfold.Conformance.Tests;

public sealed class LossFaultsTests
{
    [Fact]
    public void A_sound_loss_passes()
    {
        Found.Passes(new HookedLoss(c => c.Residual().square().mean()));
        Found.Passes(new BlindLoss(c => (c.Observed.Operator.Apply(c.Output.Estimate) - c.Observed.Y).square().mean()));
    }

    [Fact]
    public void A_self_supervised_loss_that_needs_the_truth_is_found()
    {
        var result = Found.In(new BlindLoss(c => c.Residual().square().mean())).Single(r => r.Check == "scalar, without the truth");
        Assert.True(result.Failed);
        Assert.Contains("InvalidOperationException: A self-supervised loss has no truth", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_of_every_entry_is_found() => Found.Fails(new HookedLoss(c => c.Residual().square()), "scalar", "expected a scalar");

    [Fact]
    public void A_gradient_that_is_cut_is_found() => Found.Fails(new HookedLoss(c => c.Residual().square().mean() + c.Output.Estimate.detach().square().mean()), "gradient", "central differences");

    [Fact]
    public void A_gradient_that_is_cut_is_found_where_small_images_are_refused() =>
        Found.Fails(
            new HookedLoss(c => c.Problem.Shape.Height < 11 ? throw new UnfoldException("UFP999", "too small", "take larger images") : (c.Residual() * c.Residual().detach()).mean()),
            "gradient",
            "1×16×16");

    [Fact]
    public void A_loss_of_several_signals_only_is_found() => Found.Fails(new HookedLoss(c => c.Residual().square().mean() * c.Output.Estimate.std(0).mean()), "batch of one", "finite number");

    [Fact]
    public void An_estimate_changed_in_place_is_found() =>
        Found.Fails(
            new HookedLoss(c =>
            {
                using (torch.no_grad())
                    c.Truth!.mul_(1.5);
                return c.Residual().square().mean();
            }),
            "inputs",
            "the truth");

    [Fact]
    public void A_loss_that_keeps_tensors_is_found()
    {
        var kept = new List<torch.Tensor>();
        Found.Fails(
            new HookedLoss(c =>
            {
                kept.Add(c.Residual().detach().clone().DetachFromDisposeScope());
                return c.Residual().square().mean();
            }),
            "leaks",
            "left behind");
        kept.ForEach(t => t.Dispose());
    }

    [Fact]
    public void A_loss_with_a_memory_is_found()
    {
        var calls = 0;
        Found.Fails(new HookedLoss(c => c.Residual().square().mean() * ++calls), "same seed, same bits", "twice");
    }
}
