using System.Text.RegularExpressions;

namespace Unfold.Architecture.Tests;

/// <summary>Every code that a person can meet has a page: cause, example, mend.</summary>
public sealed partial class DiagnosticsTests
{
    private static readonly string[] Sections = ["## Cause", "## Example", "## Mend"];

    public static TheoryData<string> Codes => [.. Used()];

    public static TheoryData<string> Pages => [.. Repository.Files("*.md", "docs/diagnostics")];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page(string code) => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "diagnostics", code + ".md")), $"docs/diagnostics/{code}.md is missing");

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_its_code_a_cause_an_example_and_a_mend(string page)
    {
        var text = Repository.Text(page);
        Assert.StartsWith($"# {Path.GetFileNameWithoutExtension(page)}: ", text, StringComparison.Ordinal);
        Assert.All(Sections, section => Assert.Contains(section, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_is_of_a_code_that_is_used() =>
        Assert.Empty(Repository.Files("*.md", "docs/diagnostics").Select(Path.GetFileNameWithoutExtension).Except(Used()));

    private static SortedSet<string> Used() =>
        [.. Repository.Files("*.cs", "src", "plugins", "generators", "eng")
            .Concat(Repository.Files("*.targets", "eng", "src"))
            .SelectMany(file => Code().Matches(Repository.Text(file)).Select(m => m.Value))];

    [GeneratedRegex(@"\bUF[XPEDRST]\d{3}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code();
}
