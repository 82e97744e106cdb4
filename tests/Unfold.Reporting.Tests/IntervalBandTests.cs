using System.Globalization;
using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Reporting.Tests;

public sealed class IntervalBandTests
{
    [Fact]
    public void Curves_over_an_axis_have_bands_and_words_have_bars()
    {
        Assert.Contains("bands are the 95 % t-interval of the mean over n ≥ 2 seeds", Over("p.a", 1, 2).Caption, StringComparison.Ordinal);
        Assert.Contains("bars are the 95 % t-interval of the mean over n ≥ 2 seeds", Over("p.a", "x", "y").Caption, StringComparison.Ordinal);
        // A band is filled, and pale.
        Assert.Contains("fill-opacity=\"0.176", Over("p.a", 1, 2).Panels[0].Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("fill-opacity=\"0.176", Over("p.a", "x", "y").Panels[0].Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_have_the_ends_of_the_interval()
    {
        var line = Over("p.a", 1, 2).Csv.Split('\n').First(l => l.Contains("test.psnr", StringComparison.Ordinal)).Split(',');
        // Of 10, 11, 12: s = 1, and t(2) = 4.30265 of s/√3.
        double[] expected = [11, 1, 3, 11 - 2.48414, 11 + 2.48414];
        Assert.All(line[^5..].Zip(expected), f => Assert.Equal(f.Second, double.Parse(f.First, CultureInfo.InvariantCulture), 1e-4));
    }

    [Fact]
    public void One_seed_has_neither_band_nor_ends()
    {
        var figure = Figure([Grid.Run("v", 0, 10, 0.1, ("p.a", 1)), Grid.Run("v", 0, 11, 0.1, ("p.a", 2))]);
        Assert.DoesNotContain("fill-opacity=\"0.176", figure.Panels[0].Svg, StringComparison.Ordinal);
        Assert.Contains("v[a=1],test.psnr,10,0,1,,\n", figure.Csv, StringComparison.Ordinal);
    }

    private static Figure Over(string path, params JToken[] values) => Figure([.. from value in values from seed in Enumerable.Range(0, 3) select Grid.Run("v", seed, 10 + seed, 0.1, (path, value))]);

    private static Figure Figure(IReadOnlyList<StoredRun> runs) => Assert.Single(AxisFigures.Of(new ReportSource("x", "", runs, null, "x")));
}
