using TorchSharp;
using Unfold.Losses;

namespace Unfold.Plugins.Tests.Losses;

public class DistillationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1)]
    public void It_weighs_the_truth_against_the_teacher(double weight)
    {
        using var scope = torch.NewDisposeScope();
        var (estimate, truth, taught) = (torch.tensor(new[,] { { 1.0, 2.0 } }), torch.tensor(new[,] { { 0.0, 0.0 } }), torch.tensor(new[,] { { 1.0, 5.0 } }));
        var loss = new Distillation(new DistillationOptions { Teacher = "big", TeacherWeight = weight }).Evaluate(Context(estimate, truth, ("big", taught)));
        Assert.Equal(((1 - weight) * 2.5) + (weight * 4.5), loss.item<double>(), 12);
    }

    [Fact]
    public void The_nested_loss_compares()
    {
        using var scope = torch.NewDisposeScope();
        var context = Context(torch.tensor(new[,] { { 3.0 } }), torch.tensor(new[,] { { 0.0 } }), ("big", torch.tensor(new[,] { { 1.0 } })));
        var loss = new Distillation(new DistillationOptions { Teacher = "big", Loss = new MeanAbsoluteError(new NoOptions()) }).Evaluate(context);
        Assert.Equal((0.5 * 3) + (0.5 * 2), loss.item<double>(), 12);
    }

    [Fact]
    public void Nested_distillations_have_teachers_of_their_own()
    {
        using var scope = torch.NewDisposeScope();
        var context = Context(torch.tensor(new[,] { { 0.0 } }), torch.tensor(new[,] { { 1.0 } }), ("big", torch.tensor(new[,] { { 2.0 } })), ("bigger", torch.tensor(new[,] { { 3.0 } })));
        var nested = new Distillation(new DistillationOptions { Teacher = "bigger", Loss = new Distillation(new DistillationOptions { Teacher = "big" }) });
        // Half of (truth, big), half of (bigger, big), each halved again.
        Assert.Equal((0.25 * 1) + (0.25 * 4) + (0.25 * 9) + (0.25 * 4), nested.Evaluate(context).item<double>(), 12);
    }

    [Fact]
    public void The_truth_is_not_looked_at_where_it_weighs_nothing()
    {
        using var scope = torch.NewDisposeScope();
        var context = Context(torch.tensor(new[,] { { 3.0 } }), torch.tensor(new[,] { { double.PositiveInfinity } }), ("big", torch.tensor(new[,] { { 1.0 } })));
        Assert.Equal(4, new Distillation(new DistillationOptions { Teacher = "big", TeacherWeight = 1 }).Evaluate(context).item<double>(), 12);
    }

    [Fact]
    public void A_loss_without_a_target_is_refused() =>
        Assert.Single(new DistillationOptions { Teacher = "big", Loss = new Blind() }.Validate(null!));

    [Fact]
    public void A_teacher_that_the_engine_was_not_told_of_is_a_mistake_of_the_loss() =>
        Assert.Throws<InvalidOperationException>(() => Context(torch.zeros(1, 1), torch.zeros(1, 1)).Taught("big"));

    private static LossContext Context(torch.Tensor estimate, torch.Tensor truth, params (string Name, torch.Tensor Estimate)[] teachers) =>
        new(null!, new Observation(estimate, null!, new NoiseLevel(0)), new Reconstruction(estimate), truth, _ => throw new InvalidOperationException())
        {
            Teachers = teachers.ToDictionary(t => t.Name, t => (Func<Observation, torch.Tensor>)(_ => t.Estimate), StringComparer.Ordinal),
        };

    private sealed class Blind : ILoss, ISelfSupervised
    {
        public object Options => new NoOptions();

        public torch.Tensor Evaluate(LossContext context) => context.Output.Estimate.sum();
    }
}
