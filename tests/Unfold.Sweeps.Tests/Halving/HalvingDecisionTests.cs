using Unfold.Specs;

namespace Unfold.Sweeps.Tests;

/// <summary>Who goes on, by hand.</summary>
public sealed class HalvingDecisionTests
{
    [Theory]
    // Fewer than η values: none can be told from the others.
    [InlineData(3, 9.0, "", true)]
    [InlineData(3, 9.0, "1", true)]
    // ⌊3/3⌋ = 1 of three goes on, ⌊5/3⌋ = 1 of five, ⌊6/3⌋ = 2 of six.
    [InlineData(3, 0.5, "1 2", true)]
    [InlineData(3, 1.5, "1 2", false)]
    [InlineData(3, 1.5, "1 2 3 4", false)]
    [InlineData(3, 1.5, "1 2 3 4 5", true)]
    [InlineData(3, 2.5, "1 2 3 4 5", false)]
    [InlineData(2, 1.5, "1", false)]
    [InlineData(2, 1.5, "1 2 3", true)]
    // What has diverged is the worst, and counts.
    [InlineData(2, 9.0, "NaN", true)]
    [InlineData(2, 9.0, "Infinity -Infinity 1", true)]
    [InlineData(2, 9.0, "NaN 2 1", false)]
    [InlineData(3, double.NaN, "", false)]
    [InlineData(3, double.PositiveInfinity, "", false)]
    [InlineData(2, double.NegativeInfinity, "1", false)]
    public void The_best_of_every_factor_go_on(int factor, double own, string others, bool goesOn)
    {
        Assert.Equal(goesOn, Decide(own, others, MetricDirection.Lower, factor));
        Assert.Equal(goesOn, Decide(-own, string.Join(' ', others.Split(' ').Select(Negated)), MetricDirection.Higher, factor));
    }

    [Theory]
    [InlineData(4, 5, true)]
    [InlineData(6, 5, false)]
    public void Of_equal_values_that_of_the_lower_cell_is_the_better_one(int own, int other, bool goesOn) =>
        Assert.Equal(goesOn, HalvingDecision.GoesOn(new RungValue(own, 1), [new RungValue(other, 1)], MetricDirection.Lower, 2));

    [Fact]
    public void The_order_of_the_others_does_not_matter()
    {
        var random = new Random(1);
        var others = Enumerable.Range(1, 20).Select(i => new RungValue(i, random.Next(5))).ToArray();
        foreach (var value in Enumerable.Range(0, 5))
        {
            var own = new RungValue(0, value);
            var first = HalvingDecision.GoesOn(own, others, MetricDirection.Higher, 3);
            random.Shuffle(others);
            Assert.Equal(first, HalvingDecision.GoesOn(own, others, MetricDirection.Higher, 3));
        }
    }

    [Fact]
    public void Judged_against_all_values_exactly_the_whole_part_go_on()
    {
        var values = Enumerable.Range(0, 27).Select(i => new RungValue(i, i * 7 % 9)).ToList();
        foreach (var factor in new[] { 2, 3, 4, 27 })
            Assert.Equal(27 / factor, values.Count(v => HalvingDecision.GoesOn(v, [.. values.Where(o => o.Cell != v.Cell)], MetricDirection.Lower, factor)));
    }

    [Fact]
    public void A_metric_that_improves_neither_way_decides_nothing() =>
        Assert.Throws<ArgumentException>(() => HalvingDecision.GoesOn(new RungValue(0, 1), [], MetricDirection.None, 2));

    private static string Negated(string value) => value.Length == 0 ? "" : value.StartsWith('-') ? value[1..] : "-" + value;

    private static bool Decide(double own, string others, MetricDirection direction, int factor) => HalvingDecision.GoesOn(
        new RungValue(0, own),
        [.. others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((v, i) => new RungValue(i + 1, double.Parse(v.Replace("-NaN", "NaN", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)))],
        direction,
        factor);
}
