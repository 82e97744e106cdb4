using System.ComponentModel.DataAnnotations;
using TorchSharp;
using TorchSharp.Modules;
using Unfold.Testing;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>Step sizes and thresholds that every layer learns for itself.</summary>
public sealed class LearnedLayersTests : IDisposable
{
    private static readonly DeconetOptions Learned = new() { Layers = 6, LearnSteps = true, LearnThresholds = true };

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly AnalysisProblem _problem = new(seed: 11, mu: 3);

    public static TheoryData<DualBoundRule, StepSizeRule> Rules() => new()
    {
        { DualBoundRule.Unit, StepSizeRule.Norms },
        { DualBoundRule.StepSize, StepSizeRule.Norms },
        { DualBoundRule.Unit, StepSizeRule.Decaying },
        { DualBoundRule.StepSize, StepSizeRule.Decaying },
    };

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Rules))]
    public void Untrained_the_network_is_the_one_without_learning(DualBoundRule bound, StepSizeRule steps)
    {
        foreach (var gradient in new[] { true, false })
        {
            using var mode = torch.set_grad_enabled(gradient);
            var plain = new DeconetOptions { Layers = 6, DualBound = bound, StepSizes = steps };
            using var network = _problem.Network(plain);
            using var learned = _problem.Network(plain with { LearnSteps = true, LearnThresholds = true });
            var (expected, reached) = (AnalysisProblem.Vector(Run(network)), AnalysisProblem.Vector(Run(learned)));
            Assert.InRange((expected - reached).InfinityNorm() / expected.InfinityNorm(), 0, 1e-13);
            Assert.Equal(3, learned.parameters().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Gradients_are_those_of_finite_differences(DualBoundRule bound, StepSizeRule steps)
    {
        using var network = _problem.Network(Learned with { DualBound = bound, StepSizes = steps, StepDecay1 = 0.9, StepDecay2 = 0.9, Step1 = 0.1, Step2 = 0.1 });
        Disturb(network);
        Loss(network).backward();
        foreach (var parameter in Own(network))
        {
            var automatic = parameter.grad!.reshape(-1).data<double>().ToArray();
            Assert.Contains(automatic, slope => slope != 0);
            var numeric = Enumerable.Range(0, automatic.Length).Select(i => Difference(network, parameter, i)).ToArray();
            var scale = numeric.Max(Math.Abs);
            Assert.All(automatic.Zip(numeric), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / scale, 0, 1e-5));
        }
    }

    [Fact]
    public void Whatever_was_learnt_the_steps_keep_the_exact_condition()
    {
        using var network = _problem.Network(Learned with { LearnStepBalance = true });
        foreach (var parameter in network.named_parameters().Where(p => p.name != "analysis").Select(p => p.parameter))
        {
            using var constant = torch.no_grad();
            parameter.copy_(torch.randn(parameter.shape, dtype: torch.float64) * 5);
        }

        var steps = ((DeconetState)network.RunLayers(_problem.Observe(), ContinuationStep.First)).Steps;
        var (w, a) = (_problem.W.TransposeThisAndMultiply(_problem.W), _problem.A.TransposeThisAndMultiply(_problem.A));
        for (var k = 1; k < Learned.Layers; k++)
        {
            var (t1, t2) = (steps.Ratio1(k, 1).item<double>(), steps.Ratio2(k, 1).item<double>());
            Assert.True(t1 > 0 && t2 > 0);
            Assert.InRange(((t1 * w) + (t2 * a)).Evd().EigenValues.Max(v => v.Real), 0, _problem.Mu);
            Assert.True(steps.Threshold(k)!.item<double>() > 0);
        }
    }

    [Fact]
    public void A_solve_of_more_layers_goes_on_with_the_last_values()
    {
        using var network = _problem.Network(Learned);
        Disturb(network);
        var state = (DeconetState)network.RunLayers(_problem.Observe(), new ContinuationStep { Layers = 9 });
        Assert.Equal(state.Steps.Ratio1(5, 1).item<double>(), state.Steps.Ratio1(8, 1).item<double>());
        Assert.Equal(state.Steps.Threshold(5)!.item<double>(), state.Steps.Threshold(8)!.item<double>());
    }

    [Fact]
    public void They_are_refused_where_no_gradient_would_reach_them()
    {
        var published = Learned with { AsPublished = true };
        Assert.Equal([nameof(DeconetOptions.LearnSteps)], published.Validate(new ValidationContext(published)).SelectMany(r => r.MemberNames));
        Assert.Empty((published with { Gradient = GradientRule.Full }).Validate(new ValidationContext(published)));
        Assert.Empty(new DeconetOptions { AsPublished = true }.Validate(new ValidationContext(published)));
    }

    [Fact]
    public void The_defect_from_a_tight_frame_is_zero_for_one_and_has_its_gradient()
    {
        using var generator = new torch.Generator(3, torch.CPU);
        foreach (var (rows, columns) in new[] { (9, 4), (4, 9), (5, 5) })
        {
            var matrix = torch.randn(rows, columns, dtype: torch.float64, generator: generator);
            var (u, _, vh) = torch.linalg.svd(matrix, fullMatrices: false);
            Assert.Equal(0, TightFrame.Defect(torch.mm(u, vh) * 7).item<double>(), 1e-20);
            Assert.True(TightFrame.Defect(matrix).item<double>() > 0.01);
            Assert.Equal(TightFrame.Defect(matrix).item<double>(), TightFrame.Defect(matrix * 3).item<double>(), 1e-10);
            var check = GradientCheck.Of(TightFrame.Defect, matrix);
            Assert.True(check.Passed, check.ToString());
        }
    }

    [Fact]
    public void The_penalty_is_the_weighted_defect_whether_a_gradient_is_asked_for_or_not()
    {
        using var network = _problem.Network(new DeconetOptions { Layers = 2, TightFrame = 0.5 });
        var state = network.RunLayers(_problem.Observe(), ContinuationStep.First);
        var expected = 0.5 * TightFrame.Defect(AnalysisProblem.Tensor(_problem.W)).item<double>();
        Assert.Equal(expected, network.Penalty(state, _problem.Observe())!.item<double>(), 1e-12);
        using (torch.no_grad())
            Assert.Equal(expected, network.Penalty(state, _problem.Observe())!.item<double>(), 1e-12);
        using var without = _problem.Network(new DeconetOptions { Layers = 2, TightFrame = 0 });
        Assert.Null(without.Penalty(state, _problem.Observe()));
    }

    private static IEnumerable<Parameter> Own(DeconetNetwork network) =>
        network.named_parameters().Where(p => p.name.Contains("log_", StringComparison.Ordinal)).Select(p => p.parameter);

    /// <summary>Away from the start, where every factor is at its bound and a difference to both sides is no slope.</summary>
    private static void Disturb(DeconetNetwork network)
    {
        using var constant = torch.no_grad();
        using var generator = new torch.Generator(5, torch.CPU);
        foreach (var parameter in Own(network))
            parameter.copy_((torch.randn(parameter.shape, dtype: torch.float64, generator: generator) * 0.2) - 0.3);
    }

    private double Difference(DeconetNetwork network, Parameter parameter, int index)
    {
        const double Step = 1e-6;
        using var constant = torch.no_grad();
        var entry = parameter.reshape(-1)[index];
        double At(double shift)
        {
            entry.add_(shift);
            var loss = Loss(network).item<double>();
            entry.sub_(shift);
            return loss;
        }

        return (At(Step) - At(-Step)) / (2 * Step);
    }

    private torch.Tensor Loss(DeconetNetwork network) => Run(network).square().mean();

    // Two solves: what continuation hands on is part of what is differentiated.
    private torch.Tensor Run(DeconetNetwork network)
    {
        var observed = _problem.Observe();
        var first = network.RunLayers(observed, ContinuationStep.First);
        var second = network.RunLayers(observed, new ContinuationStep { Index = 1, Centre = network.Estimate(first, observed), KeepDual = true }, first);
        return network.Estimate(second, observed);
    }
}
