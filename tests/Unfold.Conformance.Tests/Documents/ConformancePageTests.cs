namespace Unfold.Conformance.Tests.Documents;

/// <summary>docs/conformance.md: what it shows is compiled here, and its tests pass.</summary>
public sealed class ConformancePageTests
{
    [Fact]
    public void The_tests_that_the_page_shows_are_these()
    {
        var page = File.ReadAllText(Path.Combine(Built.Repository, "docs/conformance.md")).ReplaceLineEndings("\n");
        var shown = File.ReadAllText(Path.Combine(Built.Repository, "tests/Unfold.Conformance.Tests/Documents/MyLossTests.cs")).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{shown}```\n", page, StringComparison.Ordinal);
    }
}
