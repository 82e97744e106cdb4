using System.Globalization;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Writes a variant's class: the option records, what builds a run, and what trains it.</summary>
internal sealed class VariantWriter(SourceWriter source, ComponentModel components, string experiment)
{
    private const string Outcomes = "global::System.Collections.Generic.IReadOnlyList<global::Unfold.Engine.Runs.RunOutcome>";
    private readonly ValueWriter _values = new(components);

    public void Write(VariantDocument variant)
    {
        source.Line($"/// <summary>{(variant.Description.Length > 0 ? Literals.Comment(variant.Description) : $"Variant <c>{Literals.Comment(variant.Name)}</c>.")}</summary>");
        source.Block($"public static class {CSharpNames.OfVariant(variant.Name)}", () =>
        {
            source.Line("/// <summary>The seeds of its runs.</summary>");
            source.Line($"public static global::System.Collections.Generic.IReadOnlyList<int> Seeds {{ get; }} = [{string.Join(", ", variant.Seeds.Select(s => s.ToString(CultureInfo.InvariantCulture)))}];");
            source.Line();
            foreach (var section in SpecSections.Components)
            {
                var node = variant.Merged[section]!.Value;
                var component = _values.Component(section, node);
                Section(section, component.OptionsTypeName, $"{component.Kind} <c>{component.Id}</c>", _values.Initializer(node, component.Options));
            }

            Section("training", RunSections.TrainingType, "training", _values.Initializer(variant.Merged["training"]!.Value, components.Training));
            Create(variant);
            source.Line();
            source.Line("/// <summary>Trains all its cells and seeds, one after another; finished ones are not repeated.</summary>");
            source.Line($"public static {Outcomes} Run(global::Unfold.Engine.Runs.RunOptions options, global::System.Threading.CancellationToken cancellation = default) => "
                + $"global::Unfold.Engine.Runs.VariantRun.Execute({experiment}.Definition, {Literals.Text(variant.Name)}, options, cancellation);");
        });
    }

    private void Section(string section, string type, string what, string initializer) => source
        .Line($"/// <summary>Options of the {what}.</summary>")
        .Line($"public static {Literals.Type(type)} {RunSections.Property(section)} => new() {initializer};")
        .Line();

    private void Create(VariantDocument variant)
    {
        source.Line("/// <summary>Builds a run's components, with the first seed and without a sweep's values.</summary>");
        source.Block("public static global::Unfold.TrainingSpec Create() => new()", () =>
        {
            source.Line($"Seed = {variant.Seeds[0].ToString(CultureInfo.InvariantCulture)},");
            foreach (var section in SpecSections.Components)
                source.Line($"{RunSections.Property(section)} = new {Literals.Type(_values.Component(section, variant.Merged[section]!.Value).TypeName)}({RunSections.Property(section)}),");
            source.Line("Training = Training,");
        }, ";");
    }
}
