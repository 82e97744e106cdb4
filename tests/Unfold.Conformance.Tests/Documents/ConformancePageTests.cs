namespace Unfold.Conformance.Tests.Documents;

/// <summary>docs/conformance.md: what it shows is compiled here, and its tests pass.</summary>
public sealed class ConformancePageTests
{
    [Theory]
    [InlineData("TorchSetup.cs")]
    [InlineData("MyLossTests.cs")]
    public void What_the_page_shows_is_what_is_compiled(string file)
    {
        var page = File.ReadAllText(Path.Combine(Built.Repository, "docs/conformance.md")).ReplaceLineEndings("\n");
        var shown = File.ReadAllText(Path.Combine(Built.Repository, "tests/Unfold.Conformance.Tests/Documents", file)).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{shown}```\n", page, StringComparison.Ordinal);
    }
}
