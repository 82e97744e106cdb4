using Newtonsoft.Json.Linq;

namespace Unfold.Results.Tests;

public sealed class TolerantComparerTests
{
    // abs 0.5, rel 0.1.
    private static readonly TolerantComparer Comparer = new((_, expected) => 0.5 + (0.1 * Math.Abs(expected)));

    [Theory]
    [InlineData(20, 22.5, true)] // 0.5 + 0.1 · 20 = 2.5, and the bound itself is allowed
    [InlineData(20, 17.5, true)]
    [InlineData(20, 22.5000001, false)]
    [InlineData(20, 17.4999999, false)]
    [InlineData(-20, -22.5, true)] // relative to |expected|
    [InlineData(-20, -22.5000001, false)]
    [InlineData(0, 0.5, true)]
    [InlineData(0, -0.5000001, false)]
    [InlineData(double.NaN, double.NaN, false)] // two figures that could not be computed need not be the same
    [InlineData(double.NaN, 1, false)]
    [InlineData(1, double.NaN, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, 1, false)] // rel · ∞ is no licence
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(1, double.PositiveInfinity, false)]
    public void A_number_passes_up_to_abs_plus_rel_times_the_expected_one(double expected, double received, bool passes)
    {
        Assert.Equal(passes, Comparer.Allows("x", expected, received));
        Assert.Equal(passes, Comparer.Compare(new JArray(expected), new JArray(received)).Count == 0);
    }

    [Fact]
    public void The_relative_tolerance_is_of_the_expected_value_not_of_the_received_one()
    {
        var relative = new TolerantComparer((_, expected) => 0.5 * Math.Abs(expected));
        Assert.True(relative.Allows("x", 2, 1));
        Assert.False(relative.Allows("x", 1, 2));
    }

    [Fact]
    public void A_difference_says_where_what_and_how_much_was_allowed()
    {
        var found = Assert.Single(Comparer.Compare(JToken.Parse("""{ "runs": [ {}, { "test.mse": 20 } ] }"""), JToken.Parse("""{ "runs": [ {}, { "test.mse": 24 } ] }""")));
        Assert.Equal(new Difference("runs/1/test.mse", "20", "24", 4, 2.5), found);
    }

    [Fact]
    public void A_tolerance_can_depend_on_the_place()
    {
        var comparer = new TolerantComparer((path, _) => path == "b" ? 1 : 0);
        Assert.Equal(["a"], comparer.Compare(JToken.Parse("""{ "a": 1, "b": 1 }"""), JToken.Parse("""{ "a": 2, "b": 2 }""")).Select(d => d.Path));
    }

    [Fact]
    public void What_is_missing_and_what_is_new_are_differences()
    {
        var found = Comparer.Compare(JToken.Parse("""{ "gone": 1, "list": [1, 2] }"""), JToken.Parse("""{ "list": [1], "new": null }"""));
        Assert.Equal([new("gone", "1", null, Kind: DifferenceKind.Missing), new("list/1", "2", null, Kind: DifferenceKind.Missing), new Difference("new", null, "null", Kind: DifferenceKind.Surplus)], found);
    }

    [Theory]
    [InlineData("\"a\"", "\"b\"")]
    [InlineData("true", "false")]
    [InlineData("1", "\"1\"")]
    [InlineData("null", "0")]
    [InlineData("[]", "{}")]
    public void Everything_but_numbers_is_compared_exactly(string expected, string received) =>
        Assert.Equal(new Difference("", expected, received), Assert.Single(Comparer.Compare(JToken.Parse(expected), JToken.Parse(received))));

    [Fact]
    public void Order_of_members_and_the_way_a_number_is_written_do_not_matter() =>
        Assert.Empty(TolerantComparer.Exact.Compare(JToken.Parse("""{ "a": 1, "b": 1e-3 }"""), JToken.Parse("""{ "b": 0.001, "a": 1.0 }""")));
}
