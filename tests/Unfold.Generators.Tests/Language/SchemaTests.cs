using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Unfold.Generators.Tests;

/// <summary>The committed JSON Schema: fresh, right about right specs, and of use in an editor.</summary>
public sealed class SchemaTests
{
    private static readonly string File = Path.Combine(Built.Repository, "experiments", "experiment.schema.json");

    private static readonly string Committed = System.IO.File.ReadAllText(File).ReplaceLineEndings("\n");

    private static readonly Task<JsonSchema> Schema = JsonSchema.FromJsonAsync(Committed);

    public static TheoryData<string> RightSpecs() =>
    [
        .. new[] { "experiments", "plugins", "tests/Unfold.Generators.Tests/Language/Right" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Built.Repository, folder), "*.json", SearchOption.AllDirectories))
            .Where(f => f.Replace('\\', '/') is var path && (path.Contains("/experiments/", StringComparison.Ordinal) || path.Contains("/Right/", StringComparison.Ordinal)))
            .Where(f => !f.EndsWith(".expected.json", StringComparison.Ordinal) && !f.EndsWith(".schema.json", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Replace('\\', '/').Contains("/results/", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Built.Repository, f)),
    ];

    [Fact]
    public void It_is_what_the_plugins_say_today() => Assert.True(Built.OpenHost().ExperimentSchema() == Committed, "experiments/experiment.schema.json is stale: unfold schema");

    [Theory]
    [MemberData(nameof(RightSpecs))]
    public async Task A_right_spec_fits(string file) => Assert.Empty(await Mistakes(System.IO.File.ReadAllText(Path.Combine(Built.Repository, file))));

    [Theory]
    [InlineData("architecture", """{ "use": "deconet", "layer": 3 }""")]
    [InlineData("architecture", """{ "use": "deconet", "layers": 0 }""")]
    [InlineData("architecture", """{ "use": "deconet", "layers": "3" }""")]
    [InlineData("architecture", """{ "use": "deconett" }""")]
    [InlineData("architecture", """{ "use": "deconet", "start": { "use": "lmse" } }""")]
    [InlineData("training", """{ "keep": "best" }""")]
    [InlineData("loss", "3")]
    [InlineData("lost", """{ "use": "mse" }""")]
    [InlineData("seeds", "[]")]
    [InlineData("sweep", """{ "architecture.layers": 5 }""")]
    [InlineData("expect", """{ "tolerances": { "test.snr": { "abs": 1 } } }""")]
    [InlineData("expect", """{ "tolerances": { "test.mse": { "rocm": { "abs": 1 } } } }""")]
    [InlineData("expect", """{ "tolerances": { "test.mse": { "cuda": 1 } } }""")]
    public async Task A_wrong_spec_does_not_also_within_a_variant(string key, string value)
    {
        Assert.NotEmpty(await Mistakes($$"""{ "{{key}}": {{value}} }"""));
        if (key != "expect")
            Assert.NotEmpty(await Mistakes($$"""{ "variants": { "a": { "{{key}}": {{value}} } } }"""));
    }

    [Fact]
    public async Task A_variant_may_leave_the_component_to_the_common_part() =>
        Assert.Empty(await Mistakes("""{ "variants": { "a": { "architecture": { "layers": 3 }, "loss": null, "training": { "schedule": null } } } }"""));

    [Fact]
    public void An_option_has_its_documentation_default_and_range()
    {
        var layers = JObject.Parse(Committed)["definitions"]!["architecture.deconet"]!["properties"]!["layers"]!;
        Assert.StartsWith("Layers L: L primal points", (string?)layers["description"], StringComparison.Ordinal);
        Assert.Equal((10, 1, 10_000), ((int)layers["default"]!, (int)layers["minimum"]!, (int)layers["maximum"]!));
    }

    private static async Task<ICollection<NJsonSchema.Validation.ValidationError>> Mistakes(string json) =>
        (await Schema).Validate(JToken.Parse(json, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore }));
}
