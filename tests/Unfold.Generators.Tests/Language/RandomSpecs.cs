using System.Globalization;
using System.Text.RegularExpressions;
using Unfold.Specs;

namespace Unfold.Generators.Tests;

/// <summary>Makes up right specs from the schemas of the shipped components: every option of every component comes up.</summary>
internal sealed class RandomSpecs(int seed, IReadOnlyList<ComponentSchema> components, IReadOnlyList<OptionSchema> training)
{
    private const int Deepest = 2;
    private static readonly double[] Usual = [0, 1e-12, 1e-4, 0.001, 0.02, 0.25, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30, 100, 1024, 1e5, 123456.75];
    private readonly Random _random = new(seed);

    public RandomSpec Next()
    {
        var architecture = Pick(Of("architecture"));
        var sections = SpecSections.Components.Select(kind => (Kind: kind, Component: kind == "architecture" ? architecture : Pick(Of(kind), architecture))).ToList();
        var values = sections.ToDictionary(s => s.Kind, s => Options(s.Component.Options, 0), StringComparer.Ordinal);
        var trained = Options(training, 0);
        // Most architectures are built for one operator: with a homotopy most specs would be refused.
        trained.RemoveAll(o => o.Name == "homotopy" && !architecture.Capabilities.Contains("Unfold.IAnyOperator"));
        // The state of LBFGS cannot be saved: with checkpoints, which are the default, every spec with it would be refused.
        if (trained.Exists(o => o.Name == "optimizer" && o.Json.Contains("\"lbfgs\"", StringComparison.Ordinal)))
        {
            trained.RemoveAll(o => o.Name is "checkpointMinutes" or "checkpointSteps");
            trained.Add(("checkpointMinutes", "0"));
        }

        var seeds = _random.Next(3) switch { 0 => "[3, 1]", 1 => "[7]", _ => "[0]" };
        var swept = _random.Next(3) == 0 && values["architecture"].Find(o => o.Name == "layers") is { Name: not null } layers ? layers : default;

        List<string> members =
        [
            .. sections.Select(s => Member(s.Kind, Component(s.Component, values[s.Kind]))),
            Member("training", Object(trained)),
            Member("seeds", seeds),
        ];
        if (swept.Name is not null)
            members.Add(Member("sweep", $$"""{ "architecture.layers": [4, 2] }"""));
        var file = Object(Shuffled(members));

        // Half of the components whole, half of them option by option.
        List<string> overrides = [$"seeds={seeds}"];
        foreach (var (kind, component) in sections)
        {
            if (_random.Next(2) == 0)
                overrides.Add($"{kind}={Component(component, values[kind])}");
            else
                overrides.AddRange([$"{kind}.use={component.Id}", .. values[kind].Select(o => $"{kind}.{o.Name}={o.Json}")]);
        }

        overrides.AddRange(trained.Select(o => $"training.{o.Name}={o.Json}"));
        if (swept.Name is not null)
        {
            overrides.RemoveAll(o => o.StartsWith("architecture.layers=", StringComparison.Ordinal));
            overrides.Add("architecture.layers=4,2");
        }

        var bare = Object(
        [
            .. sections.Select(s => Member(s.Kind, Component(Pick(Of(s.Kind).FindAll(c => c.Requires.Count == 0)), []))),
            Member("training", Object(training.Where(o => o.Required).Select(o => Member(o.Name, Component(Pick(Of(o.Type.ComponentKind!)), []))))),
        ]);
        return new RandomSpec(file, bare, overrides);
    }

    private List<ComponentSchema> Of(string kind) => [.. components.Where(c => c.Kind == kind)];

    private ComponentSchema Pick(List<ComponentSchema> all, ComponentSchema? architecture = null) =>
        Pick([.. all.Where(c => architecture is null || c.Requires.All(architecture.Capabilities.Contains))]);

    private List<(string Name, string Json)> Options(IEnumerable<OptionSchema> options, int depth) =>
        [.. options.Where(o => o.Required || _random.Next(2) == 0).Select(o => (o.Name, Json: o.Required && o.Type.Kind == OptionKind.String ? Text(o.Rules) : Value(o.Type, o.Rules, depth))).Where(o => o.Json.Length > 0)];

    private string Value(OptionType type, OptionRules rules, int depth) => type.Kind switch
    {
        _ when type.Nullable && _random.Next(4) == 0 => "null",
        OptionKind.Boolean => _random.Next(2) == 0 ? "true" : "false",
        OptionKind.Choice => $"\"{Pick(type.Choices.ToList())}\"",
        OptionKind.Integer => Number(rules, isWhole: true),
        OptionKind.Number => Number(rules, isWhole: false),
        OptionKind.Component when depth < Deepest || !type.Nullable => Nested(type.ComponentKind!, depth + 1),
        OptionKind.List when type.Element is { Kind: OptionKind.Number } => $"[{Number(rules.OfElements, isWhole: false)}]",
        OptionKind.List when type.Element is { Kind: OptionKind.String } => "[\"name-1\"]",
        OptionKind.List when type.Element is { Kind: OptionKind.Component } element && depth < Deepest => $"[{Nested(element.ComponentKind!, depth + 1)}]",
        _ => "",
    };

    private string Nested(string kind, int depth)
    {
        var component = Pick(Of(kind).Where(c => depth < Deepest || c.Options.All(o => !o.Required || (o.Type.Element ?? o.Type).Kind != OptionKind.Component)).ToList());
        return Component(component, Options(component.Options, depth));
    }

    // A name, a file, a hash: the first that the pattern takes.
    private static string Text(OptionRules rules) =>
        $"\"{new[] { "name-1", "name-1.npy", new string('a', 64) }.First(text => rules.Pattern is null || Regex.IsMatch(text, rules.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))}\"";

    // One number has many faces: 10, 1e1, 10.0, 100E-1.
    private string Number(OptionRules rules, bool isWhole)
    {
        var value = Pick(Usual.Where(v => rules.Range?.Contains(v) != false && (!isWhole || (v == Math.Truncate(v) && v < 1e5))).ToList());
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return isWhole || text.Contains('E', StringComparison.Ordinal) ? text : _random.Next(5) switch
        {
            0 => value.ToString("E8", CultureInfo.InvariantCulture),
            1 => text.Contains('.', StringComparison.Ordinal) ? text + "00" : text + ".0",
            2 => text + "e0",
            3 => value == 0 || text.Contains('.', StringComparison.Ordinal) ? text : text + "0e-1",
            _ => text,
        };
    }

    private string Component(ComponentSchema component, List<(string Name, string Json)> options) =>
        Object(Shuffled([Member("use", $"\"{component.Id}\""), .. options.Select(o => Member(o.Name, o.Json))]));

    private static string Object(List<(string Name, string Json)> options) => Object(options.Select(o => Member(o.Name, o.Json)));

    private static string Object(IEnumerable<string> members) => $"{{ {string.Join(", ", members)} }}";

    private static string Member(string name, string json) => $"\"{name}\": {json}";

    private List<string> Shuffled(List<string> members) => [.. members.OrderBy(_ => _random.Next())];

    private T Pick<T>(List<T> items) => items[_random.Next(items.Count)];
}
