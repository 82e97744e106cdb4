using Microsoft.CodeAnalysis;

namespace Unfold.Generators.Tests;

/// <summary>The code of representative experiments, and what every analyser of the SDK says of it.</summary>
[UsesVerify]
public sealed class RepresentativeTests
{
    private static readonly string Folder = Path.Combine(Built.Repository, "tests", "Unfold.Generators.Tests", "GeneratedCode", "Specs");

    private static readonly (string Path, string Text)[] Files =
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(f => ("experiments/" + Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText(f)))
            .OrderBy(f => f.Item1, StringComparer.Ordinal),
    ];

    // Folders nest as classes do; a folder may have a namespace's name; versions are a matter of the project.
    private static readonly string[] Meant = ["CA1034", "CA1724", "CA1014", "CA1016"];

    private static readonly Lazy<GeneratorRun> Run = new(() => GeneratorRun.Of([Built.Fixture("Good")], Files));

    [Theory]
    [InlineData("minimal")]
    [InlineData("paper.variants")]
    [InlineData("swept")]
    [InlineData("drawn")]
    [InlineData("system.experiments.class")]
    [InlineData("options")]
    public Task It_is_thin(string experiment) => Verify(Run.Value.Sources[$"{experiment}.g.cs"], "cs").UseDirectory("snapshots").UseParameters(experiment);

    [Fact]
    public async Task It_compiles_without_a_warning_at_the_highest_analysis_level()
    {
        Assert.Empty(Run.Value.Diagnostics);
        Assert.DoesNotContain(await HighestLevel.Warnings(Run.Value.Output), d => !Meant.Contains(d.Id));
    }

    [Fact]
    public async Task The_highest_analysis_level_sees_what_is_wrong()
    {
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("namespace N { public class a { public int[] F; } }", HighestLevel.Parsing);
        var told = (await HighestLevel.Warnings(GeneratorRun.Empty.AddSyntaxTrees(tree))).Select(d => d.Id).ToList();
        Assert.Contains("CS1591", told);
        Assert.Contains("CS8981", told);
        Assert.Contains("CA1051", told);
    }
}
