using System.Globalization;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Makes up what a component's options require and nothing else, so that all others keep their defaults.</summary>
/// <param name="catalog">Where nested components come from.</param>
internal sealed class SampleOptions(ComponentCatalog catalog)
{
    private const int Deepest = 3;
    private const int MostAttempts = 24;

    // The simplest of their kinds come first, then whatever needs nothing.
    private static readonly string[] Preferred = ["mse", "gaussian", "none", "pinv", "adam"];

    /// <summary>A place that is in no file.</summary>
    public static SpecPlace Place => new("sample", 0);

    /// <summary>Options by other nested components each time, the simplest first; none where something cannot be made up.</summary>
    public IEnumerable<SpecObject> Of(ComponentSchema component) => Enumerable
        .Range(0, component.Options.Any(o => o.Required && Nested(o.Type)) ? MostAttempts : 1)
        .Select(attempt => Of(component, attempt, 0))
        .TakeWhile(options => options is not null)
        .Select(options => options!);

    /// <summary>The same options with another value of one.</summary>
    public static SpecObject With(SpecObject options, string name, SpecNode value) =>
        options with { Members = new EquatableArray<SpecMember>([.. options.Members.Where(m => m.Name != name), new SpecMember(name, Place, value)]) };

    private SpecObject? Of(ComponentSchema component, int attempt, int depth)
    {
        var members = new List<SpecMember> { new("use", Place, Text(component.Id)) };
        foreach (var option in component.Options.Where(o => o.Required))
        {
            if (Value(option.Type, option.Rules, attempt, depth) is not { } value)
                return null;
            members.Add(new SpecMember(option.Name, Place, value));
        }

        return new SpecObject(Place, new EquatableArray<SpecMember>([.. members]));
    }

    private SpecNode? Value(OptionType type, OptionRules rules, int attempt, int depth) => type.Kind switch
    {
        OptionKind.Boolean => new SpecScalar(Place, SpecScalarKind.Boolean, "false"),
        OptionKind.Choice => Text(type.Choices[0]),
        OptionKind.Integer => new SpecScalar(Place, SpecScalarKind.Integer, Within(rules.Range, isInteger: true)),
        OptionKind.Number => new SpecScalar(Place, SpecScalarKind.Number, Within(rules.Range, isInteger: false)),
        OptionKind.String => Text(rules.Allowed.Count > 0 ? rules.Allowed[0] : "sample"),
        OptionKind.List => List(type, rules, attempt, depth),
        _ => Component(type.ComponentKind!, attempt, depth),
    };

    private SpecArray? List(OptionType type, OptionRules rules, int attempt, int depth)
    {
        var items = Enumerable.Range(0, Math.Max(1, rules.Length?.Minimum ?? 0)).Select(i => Value(type.Element!, rules.OfElements, attempt + i, depth)).ToList();
        return items.Contains(null) ? null : new SpecArray(Place, new EquatableArray<SpecNode>([.. items.OfType<SpecNode>()]));
    }

    private SpecObject? Component(string kind, int attempt, int depth)
    {
        if (depth >= Deepest)
            return null;
        var candidates = catalog.OfKind(kind)
            .Select(e => e.Component)
            .OrderBy(c => Array.IndexOf(Preferred, c.Id) is >= 0 and var at ? at : Preferred.Length)
            .ThenBy(c => c.Options.Count(o => o.Required))
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .ToList();
        return attempt < candidates.Count ? Of(candidates[attempt], 0, depth + 1) : null;
    }

    private static bool Nested(OptionType type) => type.Kind == OptionKind.Component || (type.Element is { } element && Nested(element));

    // 1 where that is allowed: neither nothing nor everything.
    private static string Within(NumberRange? range, bool isInteger)
    {
        var value = range is null || range.Contains(1) ? 1 : range.HasMinimum && range.HasMaximum ? (range.Minimum + range.Maximum) / 2 : range.HasMinimum ? range.Minimum + 1 : range.Maximum - 1;
        return (isInteger ? Math.Round(value) : value).ToString("R", CultureInfo.InvariantCulture);
    }

    private static SpecScalar Text(string text) => new(Place, SpecScalarKind.String, text);
}
