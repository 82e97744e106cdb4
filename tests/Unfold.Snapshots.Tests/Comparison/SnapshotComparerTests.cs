namespace Unfold.Snapshots.Tests;

public sealed class SnapshotComparerTests
{
    [Theory]
    [InlineData("txt")]
    [InlineData("json")]
    public void Line_endings_do_not_matter(string extension) => Assert.Null(SnapshotComparer.Explain(extension, "a\r\nb", "a\nb"));

    [Fact]
    public void The_message_shows_the_lines_that_differ_and_no_others() =>
        Assert.Equal("from line 2:\n- b\n- c\n+ B", SnapshotComparer.Explain("txt", "a\nB\nd", "a\nb\nc\nd"));

    [Theory]
    [InlineData("a", "a\na")]
    [InlineData("a\na", "a")]
    [InlineData("", "a")]
    public void A_repeated_line_too_many_differs(string received, string verified) => Assert.NotNull(SnapshotComparer.Explain("txt", received, verified));

    [Fact]
    public void Json_without_tolerances_is_exact_and_its_message_names_the_place() =>
        Assert.Equal("a/0: expected 1, received 1.5 (difference 0.5, allowed 0)", SnapshotComparer.Explain("json", """{ "a": [1.5] }""", """{ "a": [1] }"""));

    [Fact]
    public void A_tolerance_holds_for_its_place_and_the_general_one_elsewhere()
    {
        var tolerances = new SnapshotTolerances(0.5, 0).At("a/exact", 0, 0).At("mse", 0, 0.1);
        Assert.Null(SnapshotComparer.Explain("json", """{ "a": { "exact": 1, "x": 1.5, "mse": 11 } }""", """{ "a": { "exact": 1, "x": 1, "mse": 10 } }""", tolerances));
        Assert.StartsWith("a/exact:", SnapshotComparer.Explain("json", """{ "a": { "exact": 1.1 } }""", """{ "a": { "exact": 1 } }""", tolerances), StringComparison.Ordinal);
        Assert.StartsWith("a/mse:", SnapshotComparer.Explain("json", """{ "a": { "mse": 11.1 } }""", """{ "a": { "mse": 10 } }""", tolerances), StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_file_that_is_none_is_compared_as_text() => Assert.Equal("from line 1:\n- {}\n+ {", SnapshotComparer.Explain("json", "{", "{}"));
}
