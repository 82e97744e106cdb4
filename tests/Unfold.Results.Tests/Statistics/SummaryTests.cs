namespace Unfold.Results.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void Mean_and_sample_deviation_are_those_of_the_textbook()
    {
        // (2, 4, 4, 4, 5, 5, 7, 9): mean 5, squares 32, 32/7.
        var summary = Summary.Of([2, 4, 4, 4, 5, 5, 7, 9]);
        Assert.Equal(5, summary.Mean);
        Assert.Equal(Math.Sqrt(32.0 / 7), summary.Deviation, 1e-15);
        Assert.Equal(8, summary.Count);
    }

    [Fact]
    public void One_value_has_no_deviation_and_no_interval()
    {
        Assert.Equal(new Summary(3, 0, 1), Summary.Of([3]));
        Assert.Null(Summary.Of([3]).Interval());
    }
}
