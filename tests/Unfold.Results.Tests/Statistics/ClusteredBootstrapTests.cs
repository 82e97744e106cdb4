namespace Unfold.Results.Tests;

public sealed class ClusteredBootstrapTests
{
    [Fact]
    public void What_differs_between_seeds_widens_the_interval_as_images_of_one_seed_cannot()
    {
        // Six seeds with means −2.5 … 2.5 and a thousand equal images each: as independent images the mean would be known to 0.04.
        var bootstrap = ClusteredBootstrap.Of([.. Enumerable.Range(0, 6).Select(s => (IReadOnlyList<double>)[.. Enumerable.Repeat(s - 2.5, 1000)])])!;
        Assert.Equal(0, bootstrap.Mean, 1e-12);
        // Standard deviation of a mean of six drawn from these six: √(35/12)/√6 = 0.697.
        Assert.InRange(bootstrap.Interval.Upper, 1.96 * 0.697 * 0.9, 1.96 * 0.697 * 1.1);
        Assert.InRange(bootstrap.Interval.Lower, -1.96 * 0.697 * 1.1, -1.96 * 0.697 * 0.9);
        Assert.Equal((6, 6000), (bootstrap.Seeds, bootstrap.Images));
    }

    [Fact]
    public void Images_are_drawn_within_their_seed()
    {
        // Equal seeds of 100 images ±1: the deviation of a mean of 6 · 100 drawn images is 1/√600.
        var images = Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 1.0 : -1.0).ToList();
        var bootstrap = ClusteredBootstrap.Of([.. Enumerable.Repeat((IReadOnlyList<double>)images, 6)])!;
        Assert.InRange(bootstrap.Interval.Upper, 1.96 / Math.Sqrt(600) * 0.9, 1.96 / Math.Sqrt(600) * 1.1);
    }

    [Fact]
    public void It_is_repeatable() => Assert.Equal(ClusteredBootstrap.Of([[1, 2, 3], [2, 3, 5]]), ClusteredBootstrap.Of([[1, 2, 3], [2, 3, 5]]));

    [Fact]
    public void One_seed_has_no_clusters_to_draw() => Assert.Null(ClusteredBootstrap.Of([[1, 2, 3]]));
}
