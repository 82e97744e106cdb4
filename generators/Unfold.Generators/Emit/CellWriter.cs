using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Writes a cell: its variant with the sections that the cell's axes change.</summary>
internal sealed class CellWriter(ComponentModel components)
{
    private readonly ValueWriter _values = new(components);

    public string Write(VariantDocument variant, CellDocument cell)
    {
        var name = "Variants." + CSharpNames.OfVariant(variant.Name);
        var changed = SpecSections.All
            .Where(s => !ReferenceEquals(cell.Merged[s]!.Value, variant.Merged[s]!.Value))
            .Select(s => $"{RunSections.Property(s)} = {New(s, cell.Merged[s]!.Value)}")
            .ToList();
        var create = changed.Count == 0 ? $"{name}.Create" : $"() => {name}.Create() with {{ {string.Join(", ", changed)} }}";
        var axes = string.Join(", ", cell.Axes.Select(a => $"[{Literals.Text(a.Path)}] = {Literals.Text(a.Json)}"));
        var initializer = axes.Length == 0 ? "" : $" {{ Axes = new global::System.Collections.Generic.Dictionary<string, string> {{ {axes} }} }}";
        return $"new({Literals.Text(variant.Name)}, {Literals.Text(cell.Name)}, {name}.Seeds, {create}){initializer}";
    }

    private string New(string section, SpecNode node) => section == "training"
        ? $"new {Literals.Type(RunSections.TrainingType)} {_values.Initializer(node, components.Training)}"
        : _values.New(section, node);
}
