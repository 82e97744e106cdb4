using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Finds the components in a merged, checked cell: those of its sections and those nested in their options.</summary>
/// <param name="catalog">What there is.</param>
/// <param name="training">The schema of the section <c>training</c>.</param>
internal sealed class ComponentTrees(ComponentCatalog catalog, IReadOnlyList<OptionSchema> training)
{
    /// <summary>Each component with its options.</summary>
    public IEnumerable<(CatalogEntry Entry, SpecObject Options)> In(SpecObject cell) => cell.Members.SelectMany(section => section.Name == "training"
        ? Within(section.Value, training)
        : SpecSections.Components.Contains(section.Name) ? Component(section.Name, section.Value) : []);

    private IEnumerable<(CatalogEntry Entry, SpecObject Options)> Component(string kind, SpecNode node) =>
        node is SpecObject { Use.Text: var id } options && catalog.Find(kind, id) is { } entry
            ? Within(options, [.. entry.Component.Options]).Prepend((entry, options))
            : [];

    private IEnumerable<(CatalogEntry Entry, SpecObject Options)> Within(SpecNode node, IReadOnlyList<OptionSchema> schema) => node is SpecObject options
        ? options.Members.SelectMany(m => schema.FirstOrDefault(o => o.Name == m.Name) is { } option ? Value(option.Type, m.Value) : [])
        : [];

    private IEnumerable<(CatalogEntry Entry, SpecObject Options)> Value(OptionType type, SpecNode node) => (type.Kind, node) switch
    {
        (OptionKind.Component, _) => Component(type.ComponentKind!, node),
        (OptionKind.List, SpecArray list) => list.Items.SelectMany(item => Value(type.Element!, item)),
        _ => [],
    };
}
