namespace Unfold.Generators.Tests;

/// <summary>Mistakes that take more than one file of specs.</summary>
internal static class Scenes
{
    private static readonly string Extending = """{ "extends": "{0}", "seed": 1 }""";

    /// <summary>By code: further plugins, and files.</summary>
    public static IReadOnlyDictionary<string, (IReadOnlyList<string> Plugins, Dictionary<string, string> Files)> All { get; } =
        new Dictionary<string, (IReadOnlyList<string>, Dictionary<string, string>)>(StringComparer.Ordinal)
        {
            ["UFX004"] = (["Good"], new() { ["plugins/Good/disabled"] = "", ["experiments/of-a-disabled-plugin.json"] = WithLoss("good-loss") }),
            ["UFX006"] = (["Good"], new() { ["experiments/annotated.json"] = Specimen.Json().Replace("""{ "use": "mse" }""", """{ "use": "annotated", "title": "Title", "weights": [] }""", StringComparison.Ordinal) }),
            ["UFX008"] = (["Good", "DuplicateId"], new() { ["experiments/of-two-plugins.json"] = WithLoss("good-loss") }),
            ["UFX009"] = ([], new() { ["experiments/2-layers.json"] = Specimen.Json(), ["experiments/paper/mnist.layers.json"] = Specimen.Json() }),
            ["UFX012"] = ([], new() { ["experiments/large.json"] = "{\n" + new string(' ', 1 << 20) }),
            ["UFX015"] = ([], new() { ["experiments/a-b.json"] = Specimen.Json(), ["experiments/aB.json"] = Specimen.Json() }),
            ["UFX020"] = ([], new()
            {
                ["experiments/a.json"] = Extends("parts/b.json"),
                ["experiments/parts/b.json"] = Extends("c.json"),
                ["experiments/parts/c.json"] = Extends("../a.json"),
                ["experiments/outside.json"] = Extends("a.json"),
                ["experiments/lost.json"] = Extends("parts/nowhere.json"),
            }),
        };

    private static string WithLoss(string id) => Specimen.Json().Replace("""{ "use": "mse" }""", $$"""{ "use": "{{id}}" }""", StringComparison.Ordinal);

    private static string Extends(string path) => Extending.Replace("{0}", path, StringComparison.Ordinal);
}
