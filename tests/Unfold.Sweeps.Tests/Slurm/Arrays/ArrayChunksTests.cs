namespace Unfold.Sweeps.Tests;

public sealed class ArrayChunksTests
{
    [Theory]
    [InlineData(new[] { 3 }, "3")]
    [InlineData(new[] { 0, 1 }, "0-1")]
    [InlineData(new[] { 20, 15, 16, 17, 18, 19, 12, 12, 0, 1, 2 }, "0-2,12,15-20")]
    public void Elements_become_ranges(int[] elements, string expression)
    {
        var chunk = Assert.Single(ArrayChunks.Of(elements, 1001));
        Assert.Equal((expression, 0), (chunk.Expression, chunk.Offset));
        Assert.Equal(elements.Distinct().Order(), chunk.Elements);
    }

    [Fact]
    public void A_throttle_ends_the_expression() => Assert.Equal("0-9%4", Assert.Single(ArrayChunks.Of([.. Enumerable.Range(0, 10)], 1001, null, 4)).Expression);

    [Fact]
    public void No_elements_are_no_arrays() => Assert.Empty(ArrayChunks.Of([], 1001));

    [Fact]
    public void No_index_reaches_the_largest_size()
    {
        var chunks = ArrayChunks.Of([.. Enumerable.Range(5, 25)], 10);
        Assert.Equal([("5-9", 0), ("0-9", 10), ("0-9", 20)], chunks.Select(c => (c.Expression, c.Offset)));
        Assert.Equal(["--offset", "20"], chunks[2].ScriptArguments);
    }

    [Fact]
    public void An_element_has_its_index_whichever_others_there_are() =>
        Assert.Equal((7, 1000), ArrayChunks.Of([3, 1007, 2500], 1000).Where(c => c.Elements.Contains(1007)).Select(c => (c.Indices[0], c.Offset)).Single());

    [Fact]
    public void No_array_has_more_elements_than_may_be_queued() =>
        Assert.Equal(["0-3", "4-7", "8-9"], ArrayChunks.Of([.. Enumerable.Range(0, 10)], 1001, 4).Select(c => c.Expression));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_is_lost_and_no_expression_is_too_long(int step)
    {
        // Runs of two or three are the worst of ranges.
        var elements = Enumerable.Range(0, 20_000).Where(i => i % (step + 1) != step || i < 100).ToList();
        var chunks = ArrayChunks.Of(elements, 10_001, null, 16);
        Assert.Equal(elements, chunks.SelectMany(c => c.Elements));
        Assert.All(chunks, c => Assert.InRange(c.Expression.Length, 1, ArrayChunks.LongestExpression));
        Assert.All(chunks, c => Assert.Equal(c.Indices, IndexRanges.Parse(c.Expression)));
    }

    [Fact]
    public void Chunks_are_filled() =>
        Assert.InRange(ArrayChunks.Of([.. Enumerable.Range(0, 5000).Select(i => 2 * i)], 10_001)[0].Expression.Length, ArrayChunks.LongestExpression - 10, ArrayChunks.LongestExpression);
}
