namespace Unfold.Reporting.Tests;

public sealed class ChartSvgTests
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"480\" height=\"300\">";

    [Fact]
    public void Colours_become_those_of_the_page() =>
        Assert.Contains("<path stroke=\"var(--s1)\" fill=\"currentColor\"", Inline("<path stroke=\"#0062A3\" fill=\"#7A7F87\"/>"), StringComparison.Ordinal);

    [Fact]
    public void Clips_of_one_picture_are_not_those_of_another() =>
        Assert.Contains("<clipPath id=\"p-cl_1\" /><g clip-path=\"url(#p-cl_1)\" />", Inline("<clipPath id=\"cl_1\"/><g clip-path=\"url(#cl_1)\"/>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("0, 6, 12, ", "start")]
    [InlineData("-9, -3, 3, ", "middle")]
    [InlineData("-18, -12, -6, ", "end")]
    public void Text_is_set_by_the_browser_where_its_middle_or_end_was(string places, string anchor)
    {
        var text = Inline($"<text font-size=\"12\" font-family=\"DejaVu Serif\" x=\"{places}\" y=\"4.2, \">\n\t&lt;b&gt;\n</text>");
        Assert.Contains($"<text font-size=\"12\" x=\"0\" y=\"4.2\" text-anchor=\"{anchor}\" fill=\"currentColor\">&lt;b&gt;</text>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_inside_are_linked_as_pages_do() =>
        Assert.Contains("<image href=\"data:image/png;base64,AA==\" />", Inline("<image xlink:href=\"data:image/png;base64,AA==\"/>"), StringComparison.Ordinal);

    [Fact]
    public void It_scales_and_has_a_text_alternative() =>
        Assert.StartsWith("<svg viewBox=\"0 0 480 300\" role=\"img\" aria-label=\"a &lt; b &amp; &quot;c&quot;\">", Inline(""), StringComparison.Ordinal);

    private static string Inline(string content) => ChartSvg.Inline($"{Open}{content}</svg>", "p", "a < b & \"c\"");
}
