using System.Globalization;

namespace Unfold.Specs;

/// <summary>Checks a merged variant against the schemas.</summary>
/// <param name="schemas">What there is.</param>
/// <param name="report">Told every mistake.</param>
/// <param name="isPart">Whether what is missing comes from somewhere else: the file can only be extended.</param>
internal sealed class SpecChecker(SchemaSet schemas, Action<SpecMistake> report, bool isPart = false)
{
    public void Check(SpecObject variant)
    {
        foreach (var section in SpecSections.All.Where(s => variant[s] is null))
            Missing(variant, $"'{section}' is missing");

        var used = new List<(ComponentSchema Component, SpecNode Place)>();
        foreach (var member in variant.Members)
        {
            if (SpecSections.Components.Contains(member.Name))
                CheckComponent(member.Name, member.Value, used);
            else if (member.Name == "training")
                CheckOptions("training", member.Value, schemas.Training, used, isComponent: false);
        }

        CheckCapabilities(used);
    }

    private void CheckCapabilities(List<(ComponentSchema Component, SpecNode Place)> used)
    {
        var architecture = used.Select(u => u.Component).FirstOrDefault(c => c.Kind == "architecture");
        if (architecture is null)
            return;
        foreach (var (component, place) in used)
        {
            foreach (var capability in component.Requires.Where(r => !architecture.Capabilities.Contains(r)))
            {
                var others = schemas.Having("architecture", capability);
                Report("UFX014", place, $"{component.Kind} '{component.Id}' needs an architecture {CapabilityWords.Of(capability)}, and '{architecture.Id}' is none; {(others.Count == 0 ? "there is none" : $"such are {string.Join(", ", others)}")}");
            }
        }
    }

    private void CheckComponent(string kind, SpecNode node, List<(ComponentSchema, SpecNode)> used)
    {
        if (node is not SpecObject spec)
        {
            Report("UFX005", node, $"{(kind[0] is 'a' or 'o' ? "an" : "a")} {kind} is an object with a 'use': {{ \"use\": \"…\" }}");
            return;
        }

        if (spec.Use is not { } use)
        {
            if (spec["use"] is { Value: not SpecScalar { IsNull: true } and var strange })
                Report("UFX005", strange, $"'use' is a string: it names the {kind} ({string.Join(", ", schemas.Ids(kind))})");
            else
                Missing(node, $"'use' is missing: it names the {kind} ({string.Join(", ", schemas.Ids(kind))})");
            return;
        }

        var found = schemas.Find(kind, use.Text);
        if (found.Count == 0)
        {
            Report("UFX004", use, $"there is no {kind} '{use.Text}'; {schemas.WhyMissing(kind, use.Text) ?? NearestNames.Hint(use.Text, schemas.Ids(kind))}");
            return;
        }

        if (found.Count > 1)
        {
            Report("UFX008", use, $"{kind} '{use.Text}' is in several plugins: {string.Join(", ", found.Select(f => f.Assembly))}; remove all but one");
            return;
        }

        used.Add((found[0], use));
        CheckOptions($"{kind} '{use.Text}'", node, found[0].Options, used, isComponent: true);
    }

    private void CheckOptions(string owner, SpecNode node, IReadOnlyList<OptionSchema> options, List<(ComponentSchema, SpecNode)> used, bool isComponent)
    {
        if (node is not SpecObject spec)
        {
            Report("UFX005", node, $"{owner} is an object");
            return;
        }

        foreach (var member in spec.Members.Where(m => m.Name != "use" || !isComponent))
        {
            if (options.FirstOrDefault(o => o.Name == member.Name) is { } option)
                CheckValue(member.Name, member.Value, option.Type, option.Rules, used);
            else
                report(new SpecMistake("UFX003", member.NamePlace, $"{owner} has no option '{member.Name}'; {NearestNames.Hint(member.Name, [.. options.Select(o => o.Name)])}"));
        }

        foreach (var option in options.Where(o => o.Required && spec[o.Name] is null))
            Missing(spec, $"{owner} needs '{option.Name}'");
    }

    private void CheckValue(string name, SpecNode node, OptionType type, OptionRules rules, List<(ComponentSchema, SpecNode)> used)
    {
        if (type.Kind == OptionKind.Component && node is not SpecScalar { Kind: SpecScalarKind.Null })
        {
            CheckComponent(type.ComponentKind!, node, used);
            return;
        }

        if (type.Kind == OptionKind.List && node is SpecArray list)
        {
            if (RuleCheck.List(name, list.Items.Count, rules) is { } problem)
                Report("UFX006", list, problem);
            foreach (var item in list.Items)
                CheckValue(name, item, type.Element!, rules.OfElements, used);
            return;
        }

        if (node is not SpecScalar scalar || !Accepts(type, scalar.Kind))
        {
            Report("UFX005", node, $"'{name}' is {Name(type)}");
            return;
        }

        CheckScalar(name, scalar, type, rules);
    }

    private void CheckScalar(string name, SpecScalar scalar, OptionType type, OptionRules rules)
    {
        if (scalar.Kind == SpecScalarKind.Null)
            return;
        if (type.Kind == OptionKind.Choice && !type.Choices.Contains(scalar.Text))
            Report("UFX006", scalar, $"'{name}' cannot be '{scalar.Text}'; {NearestNames.Hint(scalar.Text, type.Choices)}");
        if (type.ClrName == "System.Int32" && !int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            Report("UFX013", scalar, $"'{name}' does not fit a 32-bit integer");
        else if (type.Kind == OptionKind.Number && Precision.Loss(scalar.Text, type.ClrName) is { } kept)
            Report("UFX024", scalar, $"'{name}' would lose digits: {scalar.Text} becomes {kept}; write that, or fewer digits");
        else if (Violation(name, scalar.Text, type.Kind, rules) is { } problem)
            Report("UFX006", scalar, problem);
    }

    private static string? Violation(string name, string text, OptionKind kind, OptionRules rules) => kind switch
    {
        OptionKind.Integer or OptionKind.Number => RuleCheck.Number(name, text, rules),
        OptionKind.String => RuleCheck.Text(name, text, rules),
        _ => null,
    };

    private bool Accepts(OptionType type, SpecScalarKind kind) => kind switch
    {
        SpecScalarKind.Null => type.Nullable || isPart,
        SpecScalarKind.Boolean => type.Kind == OptionKind.Boolean,
        SpecScalarKind.Integer => type.Kind is OptionKind.Integer or OptionKind.Number,
        SpecScalarKind.Number => type.Kind == OptionKind.Number,
        _ => type.Kind is OptionKind.String or OptionKind.Choice,
    };

    private static string Name(OptionType type) => type.Kind switch
    {
        OptionKind.Boolean => "true or false",
        OptionKind.Integer => "an integer",
        OptionKind.Number => "a number",
        OptionKind.Choice => $"one of {string.Join(", ", type.Choices)}",
        OptionKind.List => "an array",
        _ => "a string",
    } + (type.Nullable ? " or null" : "");

    private void Missing(SpecNode place, string message)
    {
        if (!isPart)
            Report("UFX007", place, message);
    }

    private void Report(string code, SpecNode node, string message) => report(new SpecMistake(code, node.Place, message));
}
