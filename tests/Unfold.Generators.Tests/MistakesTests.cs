using Microsoft.CodeAnalysis;

namespace Unfold.Generators.Tests;

public sealed class MistakesTests
{
    [Theory]
    [InlineData("dataset", """{ "use": "phantom" }""", "UFX004", 3, 23, "did you mean 'phantoms'?")]
    [InlineData("dataset", """{ "use": "phantoms", "train": "many" }""", "UFX005", 3, 44, "'train' is an integer")]
    [InlineData("dataset", """{ "use": "phantoms", "trains": 5 }""", "UFX003", 3, 35, "did you mean 'train'?")]
    [InlineData("dataset", """{ "use": "phantoms", "train": -5 }""", "UFX006", 3, 44, "'train' is -5")]
    [InlineData("dataset", """{ "train": 5 }""", "UFX007", 3, 14, "'use' is missing")]
    [InlineData("dataset", """{ "use": "phantoms", "use": "mnist" }""", "UFX002", 3, 35, "'use' is here twice")]
    [InlineData("dataset", """{ "use": "phantoms", "train": 5000000000 }""", "UFX013", 3, 44, "32-bit")]
    [InlineData("architecture", """{ "use": "deconet", "init": "difference" }""", "UFX006", 5, 47, "did you mean 'differences'?")]
    [InlineData("architecture", """{ "use": "deconet", "start": { "use": "lmse" } }""", "UFX004", 5, 57, "did you mean 'lmmse'?")]
    [InlineData("continuation", """{ "use": "none" """, "UFX001", 9, 2, "")]
    [InlineData("training", """{ "epochs": 1 }""", "UFX007", 8, 15, "'optimizer'")]
    public void A_mistake_is_an_error_at_its_place(string section, string json, string code, int line, int column, string said)
    {
        var run = GeneratorRun.Of(("experiments/x.json", section switch
        {
            "dataset" => Specimen.Json(dataset: json),
            "architecture" => Specimen.Json(architecture: json),
            "continuation" => Specimen.Json(continuation: json),
            _ => Specimen.Json(training: json),
        }));
        var found = Assert.Single(run.Diagnostics);
        var place = found.Location.GetLineSpan();
        Assert.Equal((code, DiagnosticSeverity.Error, "experiments/x.json"), (found.Id, found.Severity, place.Path));
        Assert.Equal((line, column), (place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1));
        Assert.Contains(said, found.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_continuation_needs_an_architecture_that_can_be_warm_started() => Assert.Equal(
        "UFX014",
        Assert.Single(GeneratorRun.Of(("experiments/x.json", Specimen.Json(architecture: """{ "use": "mean" }""", continuation: """{ "use": "proximal-point" }"""))).Diagnostics).Id);

    [Fact]
    public void A_mistake_in_one_file_leaves_the_others()
    {
        var run = GeneratorRun.Of(("experiments/bad.json", "{"), ("experiments/good.json", Specimen.Json()));
        Assert.Equal("good.g.cs", Assert.Single(run.Sources).Key);
        Assert.Equal("experiments/bad.json", Assert.Single(run.Diagnostics).Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("a-b.json", "aB.json")]
    [InlineData("ab.json", "aB.json")]
    [InlineData("a.json", "a.JSON")]
    public void Experiments_with_one_class_name_are_one_mistake_and_leave_the_others(string first, string second)
    {
        var run = GeneratorRun.Of(($"experiments/{first}", Specimen.Json()), ($"experiments/{second}", Specimen.Json()), ("experiments/good.json", Specimen.Json()));
        Assert.Equal("UFX015", Assert.Single(run.Diagnostics).Id);
        Assert.Equal(2, run.Sources.Count);
        Assert.DoesNotContain(run.Output.GetDiagnostics(), d => d.Severity >= DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("a-b", "aB")]
    [InlineData("ab", "aB")]
    public void Variants_with_one_class_name_are_refused(string first, string second)
    {
        var json = Specimen.Json(more: $$""", "variants": { "{{first}}": {}, "{{second}}": {} }""");
        Assert.Equal("UFX015", Assert.Single(GeneratorRun.Of(("experiments/x.json", json)).Diagnostics).Id);
    }
}
