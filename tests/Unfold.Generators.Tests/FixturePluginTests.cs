using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Unfold.Engine.Optimizers;
using Unfold.Hosting;
using Unfold.Specs;

namespace Unfold.Generators.Tests;

/// <summary>A plugin with every kind of option and annotation, switched off, and beside one that has its ids.</summary>
public sealed class FixturePluginTests : IDisposable
{
    private const string Spec = "experiments/x.json";
    private readonly string _folder = Directory.CreateTempSubdirectory("unfold-").FullName;

    public FixturePluginTests()
    {
        var good = Path.Combine(_folder, "plugins", "Good");
        Directory.CreateDirectory(good);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Built.Fixture("Good"))!))
            File.Copy(file, Path.Combine(good, Path.GetFileName(file)));
        foreach (var plugin in Directory.EnumerateDirectories(Path.Combine(Built.HostFolder, "plugins")))
            Directory.CreateSymbolicLink(Path.Combine(_folder, "plugins", Path.GetFileName(plugin)), plugin);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_compiler_and_the_host_see_the_same_options_and_annotations()
    {
        ImmutableArray<MetadataReference> references = [.. GeneratorRun.References, MetadataReference.CreateFromFile(Built.Fixture("Good"))];
        var compiler = SymbolSchemaReader.Read(references, CancellationToken.None).Components.Where(c => c.Assembly == "Good").ToDictionary(c => (c.Kind, c.Id));
        var host = Open().Catalog.Schemas.Where(c => c.Assembly == "Good").ToDictionary(c => (c.Kind, c.Id));
        Assert.True(host.Count > 5);
        Assert.Equal(host.Keys.Order(), compiler.Keys.Order());
        foreach (var key in host.Keys)
            Assert.Equal(host[key], compiler[key]);
        Assert.Equal(new LengthRange(2, 8), compiler[("loss", "annotated")].Options.Single(o => o.Name == "title").Rules.Length);
    }

    [Theory]
    [InlineData("""{ "use": "annotated", "title": "A" }""", "UFX006")]
    [InlineData("""{ "use": "annotated", "amount": "few" }""", "UFX006")]
    [InlineData("""{ "use": "annotated", "weights": [] }""", "UFX006")]
    [InlineData("""{ "use": "annotated", "factor": 2 }""", "UFX006")]
    [InlineData("""{ "use": "annotated", "title": "right", "amount": "none", "weights": [0.5], "pair": [1, 2] }""", null)]
    public void A_violated_annotation_is_an_error_of_the_build_and_of_the_reader(string loss, string? code)
    {
        var json = Specimen.Json().Replace("""{ "use": "mse" }""", loss, StringComparison.Ordinal);
        Assert.Equal(code, GeneratorRun.Of([Built.Fixture("Good")], (Spec, json)).Diagnostics.SingleOrDefault()?.Id);
        Assert.Equal(code, Told(json)?.Code);
    }

    [Fact]
    public void What_only_a_disabled_plugin_has_is_told_with_its_name_by_both()
    {
        File.WriteAllText(Path.Combine(_folder, "plugins", "Good", "disabled"), "");
        var json = Specimen.Json().Replace("""{ "use": "mse" }""", """{ "use": "annotated" }""", StringComparison.Ordinal);
        var built = Assert.Single(GeneratorRun.Of([Built.Fixture("Good")], (Spec, json), ("plugins/Good/disabled", "")).Diagnostics);
        Assert.Equal(
            "there is no loss 'annotated'; plugin Good has it, and is Disabled: UFP010: it is disabled by the file 'disabled' in its folder; remove that to use it",
            built.GetMessage());
        Assert.Equal(("UFX004", built.GetMessage()), (built.Id, Told(json)!.Message));
    }

    [Fact]
    public void A_mark_that_comes_or_goes_is_seen_and_reads_no_file_again()
    {
        var json = Specimen.Json().Replace("""{ "use": "mse" }""", """{ "use": "annotated" }""", StringComparison.Ordinal);
        var first = GeneratorRun.Of([Built.Fixture("Good")], (Spec, json));
        Assert.Empty(first.Diagnostics);
        var second = first.Again(driver => driver.AddAdditionalTexts([new InMemoryFile("plugins/Good/disabled", "")]));
        Assert.Equal("UFX004", Assert.Single(second.Diagnostics).Id);
        Assert.Equal([IncrementalStepRunReason.Cached], second.Reasons(StepNames.Trees));
        Assert.Equal([IncrementalStepRunReason.Cached], second.Reasons(StepNames.Components));
    }

    [Fact]
    public void An_id_of_two_plugins_is_ambiguous()
    {
        var json = Specimen.Json().Replace("""{ "use": "mse" }""", """{ "use": "good-loss" }""", StringComparison.Ordinal);
        var told = Assert.Single(GeneratorRun.Of([Built.Fixture("Good"), Built.Fixture("DuplicateId")], (Spec, json)).Diagnostics);
        Assert.Equal(("UFX008", "loss 'good-loss' is in several plugins: DuplicateId, Good; remove all but one"), (told.Id, told.GetMessage()));
    }

    private PluginHost Open() => PluginHost.Open(new PluginSearch { HostFolder = _folder, BuiltIn = [typeof(Adam).Assembly] });

    private SpecDiagnostic? Told(string json)
    {
        try
        {
            Open().Read(new SpecSource(Spec, "x", path => path == Spec ? json : null));
            return null;
        }
        catch (SpecException wrong)
        {
            return Assert.Single(wrong.Diagnostics);
        }
    }
}
