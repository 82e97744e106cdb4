namespace Unfold.Results.Tests;

/// <summary>Values of SciPy 1.10.1: stats.ttest_rel, stats.wilcoxon (exact, and approximate with continuity), stats.t.interval.</summary>
public sealed class PairedTestsTests
{
    private static readonly double[] Left = [0.0121, 0.0098, 0.0143, 0.0110, 0.0107, 0.0136];
    private static readonly double[] Right = [0.0150, 0.0131, 0.0139, 0.0144, 0.0128, 0.0171];

    private static double[] Differences => [.. Right.Zip(Left, (r, l) => r - l)];

    [Fact]
    public void The_t_interval_is_that_of_another_tool()
    {
        var interval = Summary.Of([2, 4, 4, 4, 5, 5, 7, 9]).Interval()!;
        Assert.Equal(3.2125120822041073, interval.Lower, 1e-8);
        Assert.Equal(6.787487917795893, interval.Upper, 1e-8);
        Assert.Equal(0.0008978861579517297, Summary.Of(Differences).Interval()!.Lower, 1e-12);
    }

    [Fact]
    public void The_paired_t_test_is_that_of_another_tool()
    {
        // Student's own data of 1908: hours of sleep of ten patients with two drugs.
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        var sleep = PairedTTest.Of([.. second.Zip(first, (b, a) => b - a)])!;
        Assert.Equal(4.062127683382037, sleep.Statistic, 1e-12);
        Assert.Equal(0.00283289019738427, sleep.PValue, 1e-12);
        Assert.Equal(9, sleep.DegreesOfFreedom);
        Assert.Equal(0.009904679071927268, PairedTTest.Of(Differences)!.PValue, 1e-12);
    }

    [Fact]
    public void A_t_test_of_equal_differences_is_sure_and_one_of_no_differences_knows_nothing()
    {
        Assert.Equal(0, PairedTTest.Of([1, 1, 1])!.PValue);
        Assert.Equal(1, PairedTTest.Of([0, 0, 0])!.PValue);
        Assert.Null(PairedTTest.Of([1]));
        Assert.Null(PairedTTest.Of([1, double.NaN]));
    }

    [Fact]
    public void Welchs_test_is_that_of_another_tool()
    {
        // stats.ttest_ind(right, left, equal_var=False)
        var left = Summary.Of([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
        var right = Summary.Of([1.9, 0.8, 1.1, 0.1, 4.4, 5.5, 1.6]);
        Assert.Equal(1.5406626620584538, WelchTTest.Of(left, right)!.Statistic, 1e-12);
        Assert.Equal(0.14908642048222087, WelchTTest.Of(left, right)!.PValue, 1e-10);
        Assert.Null(WelchTTest.Of(left, Summary.Of([1])));
    }

    // The tied ones were counted over all 2ⁿ choices of signs: 106 of 512, and 2 of 64 after the zero is left out.
    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6 }, 0, 0.03125)]
    [InlineData(new[] { 1.0, -2, 3, 4, 5, 6, -7, 8, 9, 10 }, 9, 0.064453125)]
    [InlineData(new[] { 1.0, 1, -1, 2, 2, 3, 3, 3, -4 }, 11, 106 / 512.0)]
    [InlineData(new[] { 0.0, 1, 1, 1, 1, 1, 1 }, 0, 2 / 64.0)]
    public void The_signed_rank_test_is_exact_with_ties_too(double[] differences, double statistic, double p)
    {
        var test = WilcoxonSignedRank.Of(differences)!;
        Assert.Equal(statistic, test.Statistic);
        Assert.Equal(p, test.PValue, 1e-14);
    }

    [Fact]
    public void Five_differences_can_never_be_below_five_percent() =>
        Assert.Equal(0.0625, WilcoxonSignedRank.Of([1, 2, 3, 4, 5])!.PValue, 1e-15);

    [Fact]
    public void Many_differences_take_the_normal_limit()
    {
        var test = WilcoxonSignedRank.Of([.. Enumerable.Range(0, 120).Select(i => (i % 7) - 2.5 + (i * 37 % 101 / 50.0))])!;
        Assert.Equal(1255.5, test.Statistic);
        Assert.Equal(8.444046416423147e-10, test.PValue, 1e-16);
    }

    [Fact]
    public void Holms_correction_multiplies_the_smallest_by_the_number_of_tests_and_never_falls() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02, double.NaN], Holm.Adjust([0.01, 0.04, 0.03, 0.005, double.NaN]).Select(p => Math.Round(p, 12)));
}
