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
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], second.Reasons(StepNames.Experiments));
        Assert.Contains("Train = 65", second.Sources["b.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_file_leaves_the_others_as_they_are()
    {
        var second = _first.Again(driver => driver.AddAdditionalTexts([Added]));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], second.Reasons(StepNames.Experiments));
        Assert.Equal(3, second.Sources.Count);
    }

    [Fact]
    public void A_deleted_file_is_gone()
    {
        var second = _first.Again(driver => driver.RemoveAdditionalTexts([Find("experiments/a.json")]));
        Assert.Equal("b.g.cs", Assert.Single(second.Sources).Key);
    }

    [Fact]
    public void A_change_elsewhere_does_not_touch_the_experiments()
    {
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class Other;");
        var second = _first.Driver.RunGenerators(GeneratorRun.Empty.AddSyntaxTrees(tree)).GetRunResult().Results.Single();
        Assert.All(second.TrackedSteps[StepNames.Components].SelectMany(s => s.Outputs), o => Assert.Equal(IncrementalStepRunReason.Unchanged, o.Reason));
        Assert.All(second.TrackedSteps[StepNames.Experiments].SelectMany(s => s.Outputs), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    private AdditionalText Find(string path) => _first.Files.Single(f => f.Path == path);
}
