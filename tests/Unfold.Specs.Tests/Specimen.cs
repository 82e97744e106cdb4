namespace Unfold.Specs.Tests;

/// <summary>A small world: a network with two options, and one component of every other kind.</summary>
internal static class Specimen
{
    private static readonly OptionSchema Layers = new("layers", "Layers", new(OptionKind.Integer, false, "System.Int32"), false, OptionRules.None with { Range = new NumberRange(1, 100, false, false) });
    private static readonly OptionSchema Rate = new("rate", "Rate", new(OptionKind.Number, true, "System.Double"), false, OptionRules.None);

    public static SchemaSet Schemas { get; } = new(
        [
            Component("dataset", "d"), Component("measurement", "m"), Component("loss", "l"), Component("optimizer", "adam"),
            Component("continuation", "c", Layers), Component("architecture", "net", Layers, Rate), Component("architecture", "other"), Component("architecture", "wide", Layers),
        ],
        [new("optimizer", "Optimizer", new(OptionKind.Component, false, "Unfold.IOptimizer", "optimizer"), true, OptionRules.None), new("epochs", "Epochs", new(OptionKind.Integer, false, "System.Int32"), false, OptionRules.None)]);

    /// <summary>One variant <c>v</c> of a network with 3 layers.</summary>
    public static string Text(string sweep, string seeds) => $$"""
        {
          "dataset": { "use": "d" }, "measurement": { "use": "m" }, "architecture": { "use": "net", "layers": 3 },
          "continuation": { "use": "c" }, "loss": { "use": "l" }, "training": { "optimizer": { "use": "adam" } },
          {{seeds}}, "sweep": {{sweep}}, "variants": { "v": {} }
        }
        """;

    private static ComponentSchema Component(string kind, string id, params OptionSchema[] options) =>
        new(kind, id, "A", $"T.{id}", $"T.{id}Options", new(options), default, default);
}
