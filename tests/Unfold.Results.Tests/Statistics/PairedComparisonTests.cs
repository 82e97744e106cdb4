namespace Unfold.Results.Tests;

public sealed class PairedComparisonTests
{
    [Fact]
    public void Only_seeds_that_both_sides_completed_are_compared()
    {
        RunResult[] left = [Specimen.Run("a", 1), Specimen.Run("a", 2, seed: 1), Specimen.Run("a", 9, seed: 7)];
        RunResult[] right = [Specimen.Run("b", 5, seed: 1), Specimen.Run("b", 3), Specimen.Run("b", 0, seed: 7, status: RunStatus.Diverged)];
        var compared = PairedComparison.Of(left, right, MetricNames.TestMse);
        Assert.Equal([0, 1], compared.Seeds);
        Assert.Equal(new Summary(2.5, Math.Sqrt(0.5), 2), compared.Difference);
    }

    [Fact]
    public void Five_seeds_never_separate_and_six_may()
    {
        Assert.False(Compared(5).Separates);
        Assert.True(Compared(6).Separates);
        Assert.True(Compared(5).PValue < 1e-3);
    }

    [Fact]
    public void Differences_that_scatter_about_zero_do_not_separate() =>
        Assert.False(PairedComparison.Of(Runs("a", _ => 1), Runs("b", s => s % 2 == 0 ? 1.1 : 0.9), MetricNames.TestMse).Separates);

    private static PairedComparison Compared(int seeds) => PairedComparison.Of(Runs("a", s => 1 + (0.1 * s), seeds), Runs("b", s => 2 + (0.11 * s), seeds), MetricNames.TestMse);

    private static IEnumerable<RunResult> Runs(string variant, Func<int, double> mse, int seeds = 6) => Enumerable.Range(0, seeds).Select(s => Specimen.Run(variant, mse(s), s));
}
