using TorchSharp;
using Unfold.Losses;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Losses;

public sealed class EquivariantTests : IDisposable
{
    private const int Side = 4;

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(2, torch.CPU);

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(TransformationGroup.Shifts)]
    [InlineData(TransformationGroup.Rotations)]
    [InlineData(TransformationGroup.Flips)]
    [InlineData(TransformationGroup.Dihedral)]
    public void A_perfect_reconstruction_loses_nothing(TransformationGroup group)
    {
        var matrix = Random(Side * Side, Side * Side);
        var inverse = torch.linalg.inv(matrix).t();
        var bench = new LossBench(new SignalShape(1, Side, Side), new DenseOperator(matrix.clone()), 0, o => torch.mm(o.Y, inverse));
        var y = Random(3, Side * Side);
        Assert.InRange(Loss(new() { Group = group }, bench, y), 0, 1e-12);
        // One that favours a corner does.
        var corner = torch.linspace(0, 1, Side * Side, dtype: torch.float64);
        Assert.True(Loss(new() { Group = group }, bench with { Network = o => torch.mm(o.Y, inverse) * corner }, y) > 1e-3);
    }

    [Fact]
    public void The_second_term_compares_the_moved_estimate_with_its_own_reconstruction()
    {
        // The network says 2 for everything that it is asked again; a moved estimate has the same entries, so the loss is known.
        var estimate = Random(2, Side * Side);
        var calls = 0;
        var bench = new LossBench(new SignalShape(1, Side, Side), new DenseOperator(torch.eye(Side * Side, dtype: torch.float64)), 0, _ => calls++ == 0 ? estimate : torch.full_like(estimate, 2));
        var y = Random(2, Side * Side);
        var expected = (estimate - y).square().mean().item<double>() + (0.3 * (estimate - 2).square().mean().item<double>());
        Assert.Equal(expected, Loss(new() { Weight = 0.3, Group = TransformationGroup.Flips }, bench, y), 1e-12);
        var asked = Assert.Single(bench.Asked);
        Assert.False(torch.allclose(asked.Y, estimate));
        Assert.True(torch.allclose(asked.Y.sort(1).Values, estimate.sort(1).Values));
    }

    [Theory]
    [InlineData(TransformationGroup.Shifts, 4, true)]
    [InlineData(TransformationGroup.Rotations, 3, false)]
    [InlineData(TransformationGroup.Flips, 3, false)]
    [InlineData(TransformationGroup.Dihedral, 7, false)]
    public void Every_element_of_a_group_is_drawn(TransformationGroup group, int elements, bool hasIdentity)
    {
        var image = torch.arange(4, dtype: torch.float64).reshape(1, 4);
        var seen = Enumerable.Range(0, 200).Select(_ => string.Join(' ', ImageMotion.Draw(group, new SignalShape(1, 2, 2))(image).data<double>().ToArray())).Distinct().ToList();
        Assert.Equal(elements, seen.Count);
        Assert.Equal(hasIdentity, seen.Contains("0 1 2 3"));
    }

    [Fact]
    public void Channels_move_together()
    {
        var image = torch.cat([torch.arange(6), torch.arange(6) * 10]).to(torch.float64).reshape(1, 12);
        for (var i = 0; i < 20; i++)
        {
            var moved = ImageMotion.Draw(TransformationGroup.Shifts, new SignalShape(2, 2, 3))(image);
            Assert.True(torch.allclose(moved.narrow(1, 0, 6) * 10, moved.narrow(1, 6, 6)));
        }
    }

    [Fact]
    public void Moved_measurements_have_noise_where_asked()
    {
        var bench = new LossBench(new SignalShape(1, Side, Side), new DenseOperator(torch.eye(Side * Side, dtype: torch.float64)), 0.5, o => torch.zeros_like(o.Y));
        Loss(new() { AddNoise = true }, bench, Random(400, Side * Side));
        Assert.InRange(Assert.Single(bench.Asked).Y.std().item<double>(), 0.47, 0.53);
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        // Of one pixel in one row, a shift is none: the loss is a function.
        var y = Random(5, 1);
        var check = GradientCheck.Of(
            weight => new Equivariant(new EquivariantOptions()).Evaluate(new LossBench(new SignalShape(1, 1, 1), new DenseOperator(torch.full(1, 1, 2.0, dtype: torch.float64)), 0, o => o.Y * weight).Context(y)),
            torch.tensor(new[] { 0.8 }));
        Assert.True(check.Passed, check.Message);
    }

    [Theory]
    [InlineData(TransformationGroup.Rotations)]
    [InlineData(TransformationGroup.Dihedral)]
    public void Images_that_are_not_square_are_not_turned(TransformationGroup group) =>
        Assert.Equal("UFP134", Assert.Throws<UnfoldException>(() => ImageMotion.Draw(group, new SignalShape(1, 2, 3))).Code);

    [Fact]
    public void Its_consistency_sees_no_truth_either()
    {
        Assert.Empty(new EquivariantOptions { Consistency = new Sure(new SureOptions()) }.Validate(null!));
        Assert.Single(new EquivariantOptions { Consistency = new MeanSquaredError(new NoOptions()) }.Validate(null!));
    }

    private static double Loss(EquivariantOptions options, LossBench bench, torch.Tensor y) => new Equivariant(options).Evaluate(bench.Context(y)).item<double>();

    private torch.Tensor Random(int rows, int columns) => torch.randn(rows, columns, dtype: torch.float64, generator: _generator);
}
