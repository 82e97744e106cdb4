namespace Unfold.Specs.Tests;

/// <summary>Every class of mistake at its line and column, and what variants inherit.</summary>
public class ExperimentReaderTests
{
    private const string Valid = """
        {
          // a comment
          "description": "d", "seed": 3,
          "dataset": { "use": "d" }, "measurement": { "use": "m" },
          "architecture": { "use": "net", "layers": 5, "rule": "best-one" },
          "continuation": { "use": "c" }, "loss": { "use": "l" },
          "training": { "epochs": 2, "optimizer": { "use": "adam" } },
          "variants": { "a": {}, "b-2": { "architecture": { "layers": 7 } }, "w": { "architecture": { "use": "other" } } }
        }
        """;

    private static readonly OptionType Whole = new(OptionKind.Integer, false, "System.Int32");

    private static readonly SchemaSet Schemas = new(
        [
            Component("dataset", "d"), Component("measurement", "m"), Component("loss", "l"), Component("optimizer", "adam"),
            Component("continuation", "c") with { Requires = new(["Warm"]) },
            Component("architecture", "other") with { Capabilities = new(["Warm"]) },
            Component("architecture", "net") with
            {
                Capabilities = new(["Warm"]),
                Options = new(
                [
                    new("layers", "Layers", Whole, false, OptionRules.None with { Range = new NumberRange(1, 100, false, false) }),
                    new("rate", "Rate", new(OptionKind.Number, true, "System.Double"), false, OptionRules.None),
                    new("rule", "Rule", new(OptionKind.Choice, false, "Rule", null, new(["best-one", "last"]), new(["BestOne", "Last"])), false, OptionRules.None),
                ]),
            },
            Component("architecture", "cold"),
        ],
        [new("epochs", "Epochs", Whole, false, OptionRules.None), new("optimizer", "Optimizer", new(OptionKind.Component, false, "Unfold.IOptimizer", "optimizer"), true, OptionRules.None)]);

    [Fact]
    public void A_valid_file_gives_its_variants_merged()
    {
        var document = Read(Valid).Document!;
        Assert.Equal(["a", "b-2", "w"], document.Variants.Select(v => v.Name));
        Assert.Equal("7", Scalar(document, 1, "layers")!.Text);
        Assert.Equal("best-one", Scalar(document, 1, "rule")!.Text);
        Assert.Null(Scalar(document, 2, "layers"));
    }

    [Theory]
    [InlineData("\"layers\": 5", "\"layerz\": 5", "UFX003", 5, 35)]
    [InlineData("\"use\": \"net\"", "\"use\": \"nut\"", "UFX004", 5, 28)]
    [InlineData("\"layers\": 5", "\"layers\": \"5\"", "UFX005", 5, 45)]
    [InlineData("\"layers\": 5", "\"layers\": 1.5", "UFX005", 5, 45)]
    [InlineData("\"layers\": 5", "\"layers\": 500", "UFX006", 5, 45)]
    [InlineData("best-one", "worst", "UFX006", 5, 56)]
    [InlineData("\"optimizer\": { \"use\": \"adam\" }", "\"epochz\": 1", "UFX007", 7, 15)]
    [InlineData("\"layers\": 5", "\"layers\": 99999999999999999999", "UFX013", 5, 45)]
    [InlineData("\"use\": \"net\"", "\"use\": \"cold\"", "UFX014", 6, 28)]
    [InlineData("\"seed\": 3", "\"description\": 3", "UFX002", 3, 23)]
    [InlineData("\"b-2\"", "\"2b\"", "UFX009", 8, 26)]
    public void A_mistake_is_told_once_at_its_place(string before, string after, string code, int line, int column)
    {
        var result = Read(Valid.Replace(before, after, StringComparison.Ordinal));
        Assert.Null(result.Document);
        Assert.Contains(result.Diagnostics, d => d.Code == code && d.Span.Line == line && d.Span.Column == column);
        Assert.Single(result.Diagnostics, d => d.Code == code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{ \"a\": }")]
    [InlineData("{} {}")]
    [InlineData("{ \"a\": [1, }")]
    public void Text_that_is_no_object_is_a_syntax_error(string text) =>
        Assert.Equal("UFX001", Assert.Single(Read(text).Diagnostics).Code);

    [Fact]
    public void Too_deep_and_too_large_files_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);
        Assert.Equal("UFX012", Assert.Single(Read(deep).Diagnostics).Code);
        Assert.Equal("UFX012", Assert.Single(Read(new string(' ', 2_000_000)).Diagnostics).Code);
    }

    [Fact]
    public void No_mutated_text_makes_the_reader_throw()
    {
        var random = new Random(1);
        for (var i = 0; i < 3000; i++)
        {
            var text = Valid.ToCharArray().ToList();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                var at = random.Next(text.Count);
                if (random.Next(2) == 0)
                    text.RemoveAt(at);
                else
                    text.Insert(at, "{}[]\",:0e-\\n\u00e9"[random.Next(13)]);
            }

            var result = Read(string.Concat(text));
            Assert.True(result.Document is null == result.Diagnostics.Count > 0);
        }
    }

    private static ExperimentReadResult Read(string text) => ExperimentReader.Read("x.json", "x", text, Schemas);

    private static SpecScalar? Scalar(ExperimentDocument document, int variant, string option) =>
        ((SpecObject)document.Variants[variant].Merged["architecture"]!.Value)[option]?.Value as SpecScalar;

    private static ComponentSchema Component(string kind, string id) => new(kind, id, "A", $"T.{id}", $"T.{id}Options", default, default, default);
}
