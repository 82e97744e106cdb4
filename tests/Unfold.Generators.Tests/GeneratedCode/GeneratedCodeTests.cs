using Microsoft.CodeAnalysis;

namespace Unfold.Generators.Tests;

public sealed class GeneratedCodeTests
{
    [Theory]
    [InlineData("""{ "use": "deconet", "smoothing": 1e-300, "redundancy": 2.5, "asPublished": true }""")]
    [InlineData("""{ "use": "deconet", "start": { "use": "lmmse" }, "init": "differences" }""")]
    [InlineData("""{ "use": "deconet", "start": null }""")]
    public void It_compiles_without_errors(string architecture)
    {
        var run = GeneratorRun.Of(("experiments/x.json", Specimen.Json(architecture: architecture)));
        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain(run.Output.GetDiagnostics(), d => d.Severity >= DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("definition", "create")]
    [InlineData("x", "variants")]
    [InlineData("class", "public-static")]
    public void Names_never_clash_with_members_or_keywords(string first, string second)
    {
        var json = Specimen.Json(more: $$""", "variants": { "{{first}}": {}, "{{second}}": {} }""");
        var run = GeneratorRun.Of(("experiments/system/x.json", json), ("experiments/x.json", json));
        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain(run.Output.GetDiagnostics(), d => d.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Text_of_the_file_cannot_leave_its_literal_or_comment()
    {
        var json = Specimen.Json().Replace("A specimen.", """\" }; evil(); // <script> & \n */ \u2028 text""", StringComparison.Ordinal);
        var run = GeneratorRun.Of(("experiments/x.json", json));
        Assert.DoesNotContain(run.Output.GetDiagnostics(), d => d.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void The_experiments_of_the_readme_are_right()
    {
        var readme = File.ReadAllText(Path.Combine(Built.Repository, "README.md")).ReplaceLineEndings("\n");
        var blocks = readme.Split("```json\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]).ToList();
        Assert.Equal(2, blocks.Count);
        Assert.Empty(GeneratorRun.Of(("experiments/warm.json", blocks[0])).Diagnostics);
        // The second one names the plugin that the README drops in.
        Assert.Equal("UFX004", Assert.Single(GeneratorRun.Of(("experiments/charbonnier.json", blocks[1])).Diagnostics).Id);
    }

    [Fact]
    public void The_expect_section_travels_along()
    {
        var json = Specimen.Json(more: """, "expect": { "claims": ["default.test.mse < default.train.mse"] }""");
        Assert.Contains("default.test.mse < default.train.mse", Assert.Single(GeneratorRun.Of(("experiments/x.json", json)).Sources).Value, StringComparison.Ordinal);
    }
}
