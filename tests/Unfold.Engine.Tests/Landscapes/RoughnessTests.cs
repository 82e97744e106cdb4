using Unfold.Engine.Landscapes;

namespace Unfold.Engine.Tests;

public sealed class RoughnessTests
{
    private static readonly double[] Three = [-1, 0, 1];

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public void A_quadratic_is_not_rough(int points)
    {
        var offsets = LandscapeGrid.Offsets(points, 0.7);
        var surface = Surface(offsets, (a, b) => 3 + a - (2 * b) + (5 * a * b) + (4 * a * a) - (0.5 * b * b));
        Assert.Equal(0, Roughness.Of(offsets, surface), 1e-14);
        Assert.Equal(0, Roughness.Of(offsets, [.. offsets.Select(a => new[] { 2 - a + (9 * a * a) })]), 1e-14);
    }

    /// <summary>
    /// c·β(α² − ⅔) on {−1, 0, 1}² is orthogonal to every quadratic: its mean square is c²·⅔·(2/9) = 4c²/27, and it is 0 at the centre.
    /// </summary>
    [Fact]
    public void A_known_perturbation_has_its_value_by_hand()
    {
        var surface = Surface(Three, (a, b) => 2 + a + (a * b) + (0.3 * b * ((a * a) - (2.0 / 3))));
        Assert.Equal(0.3 * Math.Sqrt(4.0 / 27) / 2, Roughness.Of(Three, surface), 1e-14);
    }

    /// <summary>α³ on {−2, …, 2} leaves (−6, 12, 0, −12, 6)/5 beside its best line 17α/5: mean square 2(36 + 144)/125 = 72/25.</summary>
    [Fact]
    public void A_cubic_line_has_its_value_by_hand()
    {
        double[] offsets = [-2, -1, 0, 1, 2];
        Assert.Equal(Math.Sqrt(72.0 / 25) / 4, Roughness.Of(offsets, [.. offsets.Select(a => new[] { 4 + (a * a * a) })]), 1e-14);
    }

    [Fact]
    public void It_is_relative_to_the_loss_and_not_to_the_range_of_the_surface()
    {
        var flat = Surface(Three, (a, b) => 1 + (1e-6 * b * ((a * a) - (2.0 / 3))));
        Assert.InRange(Roughness.Of(Three, flat), 0, 1e-6);
    }

    [Fact]
    public void Where_the_loss_is_not_finite_there_is_no_figure() =>
        Assert.Equal(double.NaN, Roughness.Of(Three, Surface(Three, (a, _) => a > 0 ? double.PositiveInfinity : 1)));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(21, 0.3)]
    public void Offsets_are_symmetric_about_an_exact_zero(int points, double radius)
    {
        var offsets = LandscapeGrid.Offsets(points, radius);
        Assert.Equal(0, offsets[points / 2]);
        Assert.Equal((-radius, radius), (offsets[0], offsets[^1]));
        Assert.Equal(offsets, offsets.Reverse().Select(o => -o));
    }

    private static double[][] Surface(double[] offsets, Func<double, double, double> value) =>
        [.. offsets.Select(a => offsets.Select(b => value(a, b)).ToArray())];
}
