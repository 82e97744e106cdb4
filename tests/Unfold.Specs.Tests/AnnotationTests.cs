namespace Unfold.Specs.Tests;

/// <summary>Annotations besides ranges, at their place in the file.</summary>
public sealed class AnnotationTests
{
    private static readonly OptionType Text = new(OptionKind.String, true, "System.String");
    private static readonly OptionType Numbers = new(OptionKind.List, true, "System.Double", Element: new(OptionKind.Number, false, "System.Double"));

    private static readonly SchemaSet Schemas = new(
        [
            Component("dataset"), Component("measurement"), Component("architecture"), Component("continuation"), Component("optimizer"),
            Component("loss") with
            {
                Options = new(
                [
                    Option("title", Text, OptionRules.None with { Length = new(2, 8), Pattern = "x y|[a-z]+" }),
                    Option("amount", Text, OptionRules.None with { Allowed = new(["none", "few"]), Denied = new(["few"]) }),
                    Option("weights", Numbers, OptionRules.None with { Length = new(1, 3), Range = new(0, 1, false, false) }),
                    Option("broken", Text, OptionRules.None with { Pattern = "(" }),
                ]),
            },
        ],
        [Option("optimizer", new(OptionKind.Component, false, "Unfold.IOptimizer", "optimizer"), OptionRules.None)]);

    [Theory]
    [InlineData("title", "\"ab\"")]
    [InlineData("title", "\"abcdefgh\"")]
    [InlineData("title", "\"x y\"")]
    [InlineData("title", "null")]
    [InlineData("amount", "\"none\"")]
    [InlineData("weights", "[0]")]
    [InlineData("weights", "[0, 0.5, 1]")]
    [InlineData("broken", "\"(\"")]
    public void What_they_allow_is_right(string option, string value) => Assert.Empty(Told(option, value));

    [Theory]
    [InlineData("title", "\"a\"", "'title' has 1 characters, and must have 2 to 8")]
    [InlineData("title", "\"abcdefghi\"", "'title' has 9 characters, and must have 2 to 8")]
    [InlineData("title", "\"abC\"", "'title' is 'abC', and must match the regular expression x y|[a-z]+")]
    [InlineData("title", "\"ab \"", "'title' is 'ab ', and must match the regular expression x y|[a-z]+")]
    [InlineData("amount", "\"non\"", "'amount' cannot be 'non'; did you mean 'none'?")]
    [InlineData("amount", "\"few\"", "'amount' cannot be 'few'")]
    [InlineData("weights", "[]", "'weights' has 0 elements, and must have 1 to 3")]
    [InlineData("weights", "[0, 0, 0, 0]", "'weights' has 4 elements, and must have 1 to 3")]
    [InlineData("weights", "[0, 2]", "'weights' is 2, and must be at least 0 and at most 1")]
    public void What_they_refuse_is_a_mistake(string option, string value, string message)
    {
        var mistake = Assert.Single(Told(option, value));
        Assert.Equal(("UFX006", 3), (mistake.Code, mistake.Span.Line));
        Assert.Equal(message, mistake.Message);
    }

    private static EquatableArray<SpecDiagnostic> Told(string option, string value) => ExperimentReader.Read("x.json", "x", $$"""
        { "dataset": { "use": "a" }, "measurement": { "use": "a" }, "architecture": { "use": "a" }, "continuation": { "use": "a" },
          "loss": { "use": "a", "{{option}}":
            {{value}} }, "training": { "optimizer": { "use": "a" } } }
        """, Schemas).Diagnostics;

    private static OptionSchema Option(string name, OptionType type, OptionRules rules) => new(name, name, type, false, rules);

    private static ComponentSchema Component(string kind) => new(kind, "a", "A", "T", "O", default, default, default);
}
