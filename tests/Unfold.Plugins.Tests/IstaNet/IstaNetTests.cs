using TorchSharp;
using Unfold.Plugins.Tests;

namespace Unfold.IstaNet.Tests;

public sealed class IstaNetTests
{
    public static TheoryData<bool, bool> Networks => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    // Zhang and Ghanem: ISTA-Net⁺ has 0.34 million parameters, convolutions without bias, a step and a threshold in each of nine phases.
    [Theory]
    [InlineData(true, 9 * ((2 * 9 * 32) + (4 * 9 * 32 * 32) + 2), 336_978)]
    [InlineData(false, 9 * ((2 * 9 * 32) + (2 * 9 * 32 * 32) + 2), 171_090)]
    public void The_published_network_has_its_number_of_parameters(bool plus, long counted, long published)
    {
        using var network = new SmallImages().Build(Architecture(plus, new IstaNetOptions()));
        Assert.Equal(published, counted);
        Assert.Equal(published, network.parameters().Sum(p => p.numel()));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void It_holds_what_every_network_must(bool plus, bool shared) => new SmallImages().Check(Architecture(plus, new IstaNetOptions { Layers = 3, Filters = 4, Shared = shared }));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_those_of_finite_differences(bool plus, bool shared)
    {
        var images = new SmallImages(torch.float64);
        using var network = images.Build(Architecture(plus, new IstaNetOptions { Layers = 3, Filters = 4, Shared = shared, SymmetryWeight = 0.3 }));
        images.CheckGradients(network, tolerance: 1e-5);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Training_lowers_the_loss(bool plus, bool shared) =>
        Assert.InRange(new SmallImages().Trained(Architecture(plus, new IstaNetOptions { Layers = 3, Filters = 8, Shared = shared }), 2e-3, 60), 0, 0.8);

    [Fact]
    public void Phases_are_the_iterations_of_ista_where_the_transform_is_the_identity()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        var options = new IstaNetOptions { Layers = 7, Filters = 2, Step = 0.8, Threshold = 0.03, Initial = InitialEstimate.Adjoint };
        using var network = images.Build(Architecture(plus: false, options));
        BecomeIdentity(network);
        var observed = images.Observe(3);
        var reached = network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed);

        var a = images.Problem.Operator.Dense!;
        var step = options.Step / Math.Pow(torch.linalg.svdvals(a)[0].item<double>(), 2);
        var x = observed.Y.mm(a);
        for (var k = 0; k < options.Layers; k++)
        {
            var r = x - (step * torch.mm(torch.mm(x, a.t()) - observed.Y, a));
            x = r.sign() * (r.abs() - options.Threshold).clamp_min(0);
        }

        // Step and threshold begin in float32.
        Assert.Equal(0, (reached - x).abs().max().item<double>(), 1e-7);
        Assert.True(x.eq(0).any().item<bool>());
        Assert.Equal(0, network.Penalty(network.RunLayers(observed, ContinuationStep.First), observed)!.item<double>(), 1e-20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_penalty_is_the_weighted_sum_over_the_phases(bool plus)
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        using var network = images.Build(Architecture(plus, new IstaNetOptions { Layers = 4, Filters = 3, SymmetryWeight = 0.25 }));
        var observed = images.Observe(2);
        var phases = network.children().Cast<Phase>().ToList();
        double expected = 0;
        var state = network.Begin(observed, ContinuationStep.First, null);
        for (var k = 0; k < 4; k++)
        {
            var x = ((IstaNetState)state).X;
            var norm = observed.Operator.Norm;
            expected += phases[k].Symmetry(x - (observed.Operator.Adjoint(observed.Operator.Apply(x) - observed.Y) * phases[k].Step() / (norm * norm))).item<double>();
            state = network.Layer(state, observed, k);
        }

        Assert.True(expected > 0.01);
        Assert.Equal(0.25 * expected, network.Penalty(state, observed)!.item<double>(), 1e-12);
        using var without = images.Build(Architecture(plus, new IstaNetOptions { Layers = 1, Filters = 3, SymmetryWeight = 0 }));
        Assert.Null(without.Penalty(without.RunLayers(observed, ContinuationStep.First), observed));
    }

    [Fact]
    public void Least_squares_fits_the_training_signals_as_no_other_linear_map()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        var noiseless = images.Problem with { Noise = NoiseLevel.None };
        var map = LinearInitialization.Transposed(noiseless, images.Sample).to(torch.float64);
        var y = images.Problem.Operator.Apply(images.Sample.Signals);
        var residual = images.Sample.Signals - y.mm(map);
        // The residual of a least-squares fit is orthogonal to what it is fitted by.
        Assert.Equal(0, torch.mm(y.t(), residual).abs().max().item<double>() / torch.mm(y.t(), images.Sample.Signals).abs().max().item<double>(), 1e-6);

        var noisy = LinearInitialization.Transposed(images.Problem with { Noise = new NoiseLevel(3) }, images.Sample);
        Assert.True(noisy.norm().item<float>() < 0.5 * map.norm().item<double>());
    }

    [Fact]
    public void A_phase_has_parameters_of_its_own_and_shared_ones_belong_to_all()
    {
        using var own = new SmallImages().Build(Architecture(plus: true, new IstaNetOptions { Layers = 3, Filters = 4 }));
        var layers = Enumerable.Range(0, 3).Select(k => own.LayerParameters(k).ToList()).ToList();
        Assert.Equal(own.parameters().Count(), layers.Sum(l => l.Count));
        Assert.Equal(own.parameters().Count(), layers.SelectMany(l => l).Distinct<object>(ReferenceEqualityComparer.Instance).Count());
        using var shared = new SmallImages().Build(Architecture(plus: true, new IstaNetOptions { Layers = 3, Filters = 4, Shared = true }));
        Assert.Equal(8, shared.parameters().Count());
        Assert.Empty(shared.LayerParameters(0));
    }

    [Fact]
    public void Estimates_are_clamped_to_the_data_sets_range_alone()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages();
        var options = new IstaNetOptions { Layers = 1, Filters = 2, Initial = InitialEstimate.Adjoint, OutputRange = OutputRange.Dataset };
        using var network = images.Build(Architecture(plus: true, options));
        var observed = images.Observe(4);
        var estimate = network.Estimate(network.RunLayers(observed with { Y = observed.Y * 10 }, ContinuationStep.First), observed);
        Assert.Equal(0, estimate.min().item<float>());
        Assert.Equal(1, estimate.max().item<float>());
    }

    private static IArchitecture Architecture(bool plus, IstaNetOptions options) => plus ? new IstaNetPlus(options) : new IstaNet(options);

    /// <summary>F(x) = (x⁺, x⁻) and F̃(u, v) = u⁺ − v⁺: soft thresholding passes through, and F̃F is the identity.</summary>
    private static void BecomeIdentity(UnfoldingNetwork network)
    {
        using var noGradient = torch.no_grad();
        foreach (var (name, parameter) in network.named_parameters().Where(p => p.name.EndsWith("weight", StringComparison.Ordinal)))
        {
            parameter.zero_();
            var kernels = parameter[torch.TensorIndex.Ellipsis, 1, 1];
            var identity = torch.eye(2, dtype: torch.float64);
            var signs = torch.tensor([1.0, -1.0], dtype: torch.float64);
            kernels.copy_(name.Contains("transform_1", StringComparison.Ordinal) ? signs.reshape(2, 1)
                : name.Contains("inverse_2", StringComparison.Ordinal) ? signs.reshape(1, 2)
                : identity);
        }
    }
}
