using Microsoft.CodeAnalysis;

namespace Unfold.Generators.Tests;

public sealed class IncrementalTests
{
    private static readonly InMemoryFile Added = new("experiments/c.json", Specimen.Json());

    private readonly GeneratorRun _first = GeneratorRun.Of(("experiments/a.json", Specimen.Json()), ("experiments/b.json", Specimen.Json()));

    [Fact]
    public void An_edited_file_is_the_only_one_that_is_read_again()
    {
        var text = new InMemoryFile("experiments/b.json", Specimen.Json(dataset: """{ "use": "phantoms", "train": 65 }"""));
        var second = _first.Again(driver => driver.ReplaceAdditionalText(Find("experiments/b.json"), text));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], second.Reasons(StepNames.Checked));
        Assert.Contains("Train = 65", second.Sources["b.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_file_leaves_the_others_as_they_are()
    {
        var second = _first.Again(driver => driver.AddAdditionalTexts([Added]));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], second.Reasons(StepNames.Checked));
        Assert.Equal(3, second.Sources.Count);
    }

    [Fact]
    public void A_deleted_file_is_gone()
    {
        var second = _first.Again(driver => driver.RemoveAdditionalTexts([Find("experiments/a.json")]));
        Assert.Equal("b.g.cs", Assert.Single(second.Sources).Key);
    }

    [Fact]
    public void A_change_of_code_touches_no_step()
    {
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class Other;", new Microsoft.CodeAnalysis.CSharp.CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview));
        var second = _first.Driver.RunGenerators(GeneratorRun.Empty.AddSyntaxTrees(tree)).GetRunResult().Results.Single();
        foreach (var step in StepNames.AfterParsing.Append(StepNames.Parsed).Append(StepNames.Components))
            Assert.All(second.TrackedSteps[step].SelectMany(s => s.Outputs), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    [Fact]
    public void White_space_and_comments_do_nothing_after_parsing()
    {
        var spaced = new InMemoryFile("experiments/b.json", "// a comment\n" + Specimen.Json().Replace(",", " ,\n\n  ", StringComparison.Ordinal));
        var second = _first.Again(driver => driver.ReplaceAdditionalText(Find("experiments/b.json"), spaced));
        Assert.Contains(IncrementalStepRunReason.Modified, second.Reasons(StepNames.Parsed));
        foreach (var step in StepNames.AfterParsing)
            Assert.All(second.Reasons(step), reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
    }

    [Fact]
    public void A_mistake_moves_with_white_space()
    {
        var wrong = Specimen.Json(dataset: """{ "use": "phantom" }""");
        var first = GeneratorRun.Of(("experiments/a.json", wrong));
        var second = first.Again(driver => driver.ReplaceAdditionalText(first.Files[0], new InMemoryFile("experiments/a.json", "\n\n" + wrong)));
        Assert.Equal(first.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line + 2, second.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_base_touches_those_that_extend_it_alone()
    {
        var child = """{ "extends": "base.json", "seed": 4 }""";
        var first = GeneratorRun.Of(("experiments/base.json", Specimen.Json()), ("experiments/child.json", child), ("experiments/other.json", Specimen.Json()));
        var changed = new InMemoryFile("experiments/base.json", Specimen.Json(dataset: """{ "use": "phantoms", "train": 65 }"""));
        var second = first.Again(driver => driver.ReplaceAdditionalText(first.Files[0], changed));
        Assert.Contains("Train = 65", second.Sources["child.g.cs"], StringComparison.Ordinal);
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            second.Reasons(StepNames.Sources).Select(r => r == IncrementalStepRunReason.Unchanged ? IncrementalStepRunReason.Cached : r));
    }

    private AdditionalText Find(string path) => _first.Files.Single(f => f.Path == path);
}
