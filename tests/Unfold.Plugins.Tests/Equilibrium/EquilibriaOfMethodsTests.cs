using System.ComponentModel.DataAnnotations;
using TorchSharp;
using Unfold.Classical;
using Unfold.Plugins.Tests;
using AdmmDadNetwork = Unfold.AdmmDad.AdmmDad;
using AdmmDadOptions = Unfold.AdmmDad.AdmmDadOptions;
using DeconetNetwork = Unfold.Deconet.Deconet;
using DeconetOptions = Unfold.Deconet.DeconetOptions;
using IstaNetNetwork = Unfold.IstaNet.IstaNet;
using IstaNetOptions = Unfold.IstaNet.IstaNetOptions;
using ModlNetwork = Unfold.Modl.Modl;
using ModlOptions = Unfold.Modl.ModlOptions;

namespace Unfold.Equilibrium.Tests;

/// <summary>The equilibria of methods that there are.</summary>
public sealed class EquilibriaOfMethodsTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public static TheoryData<IArchitecture> Stationary =>
    [
        new IstaNetNetwork(new IstaNetOptions { Shared = true, Filters = 3, Step = 0.1 }),
        new ModlNetwork(new ModlOptions { Depth = 2, Filters = 3, Regularization = 0.5 }),
        new AdmmDadNetwork(new AdmmDadOptions { Regularization = 0.01 }),
    ];

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Stationary))]
    public void It_holds_what_every_network_must(IArchitecture of)
    {
        foreach (var gradient in Enum.GetValues<EquilibriumGradient>())
            new SmallImages().Check(new Equilibrium(new EquilibriumOptions { Of = of, MaxIterations = 12, Gradient = gradient }));
    }

    // Batches of n and of N signals too: the states are matrices [n, batch] and [N, batch].
    [Theory]
    [InlineData(2)]
    [InlineData(SmallImages.Length)]
    [InlineData(2 * SmallImages.Length)]
    public void The_equilibrium_of_admm_dad_is_what_very_many_of_its_layers_give(int batch)
    {
        AssertIsTheLimit(new AdmmDadNetwork(new AdmmDadOptions { Layers = 10_000, Redundancy = 2, Regularization = 0.05 }), batch, 1e-6);
    }

    // Its dual field has five dimensions.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(SmallImages.Width)]
    public void The_equilibrium_of_a_primal_dual_method_is_what_very_many_of_its_iterations_give(int batch)
    {
        AssertIsTheLimit(new PrimalDualTotalVariation(new PrimalDualTotalVariationOptions { Data = DataTerm.Penalty, Lambda = 0.1, Layers = 40_000 }), batch, 1e-5);
    }

    // ADMM has a fixed point whatever W becomes; convolutions that nothing holds need not.
    [Fact]
    public void Training_lowers_the_loss() => Assert.InRange(
        new SmallImages().Trained(new Equilibrium(new EquilibriumOptions { Of = new AdmmDadNetwork(new AdmmDadOptions { Redundancy = 2, Regularization = 0.01 }), MaxIterations = 40 }), 1e-2, 30), 0, 0.9);

    [Fact]
    public void Architectures_whose_layers_are_not_one_map_are_refused()
    {
        Assert.Empty(Refusals(new Contraction()));
        Assert.Empty(Refusals(new IstaNetNetwork(new IstaNetOptions { Shared = true })));
        var own = Assert.Single(Refusals(new IstaNetNetwork(new IstaNetOptions())));
        Assert.Equal("'ista-net' has no equilibrium: with these options layers have weights of their own: share them", own.ErrorMessage);
        Assert.Equal(nameof(EquilibriumOptions.Of), Assert.Single(own.MemberNames));
        var other = Assert.Single(Refusals(new DeconetNetwork(new DeconetOptions())));
        Assert.Equal("'deconet' has no equilibrium: its layers are not one and the same map", other.ErrorMessage);

        static List<ValidationResult> Refusals(IArchitecture of)
        {
            var options = new EquilibriumOptions { Of = of };
            return [.. options.Validate(new ValidationContext(options))];
        }
    }

    private static void AssertIsTheLimit(IArchitecture of, int batch, double tolerance)
    {
        var images = new SmallImages(torch.float64);
        using var many = images.Build(of);
        using var equilibrium = images.Build(new Equilibrium(new EquilibriumOptions { Of = of, MaxIterations = 20_000, Tolerance = 1e-10 }));
        ParameterCopy.Make(many, equilibrium);
        var observed = images.Observe(batch);
        using var noGradient = torch.no_grad();
        var (expected, reached) = (many.RunLayers(observed, ContinuationStep.First), equilibrium.RunLayers(observed, ContinuationStep.First));
        Assert.Equal(0, (many.Estimate(expected, observed) - equilibrium.Estimate(reached, observed)).abs().max().item<double>(), tolerance);
    }
}
