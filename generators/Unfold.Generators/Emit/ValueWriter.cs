using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Checked values as expressions: option records, components, lists and scalars.</summary>
/// <param name="components">The components that specs name.</param>
internal sealed class ValueWriter(ComponentModel components)
{
    /// <summary>The component that a node names.</summary>
    public ComponentSchema Component(string kind, SpecNode node) =>
        components.Find(kind, ((SpecObject)node).Use!.Text);

    /// <summary><c>{ Layers = 10, … }</c>, without what the spec leaves to the defaults.</summary>
    public string Initializer(SpecNode node, IReadOnlyList<OptionSchema> options)
    {
        var assignments = ((SpecObject)node).Members
            .Where(m => m.Name != "use")
            .Select(m => (m, Option: options.First(o => o.Name == m.Name)))
            .Select(pair => $"{pair.Option.Property} = {Value(pair.m.Value, pair.Option.Type)}");
        var text = string.Join(", ", assignments);
        return text.Length == 0 ? "{ }" : $"{{ {text} }}";
    }

    /// <summary><c>new Deconet(new DeconetOptions { Layers = 10, … })</c>.</summary>
    public string New(string kind, SpecNode node)
    {
        var component = Component(kind, node);
        return $"new {Literals.Type(component.TypeName)}(new {Literals.Type(component.OptionsTypeName)} {Initializer(node, component.Options)})";
    }

    private string Value(SpecNode node, OptionType type) => node switch
    {
        SpecScalar { Kind: SpecScalarKind.Null } => "null",
        SpecArray list => $"[{string.Join(", ", list.Items.Select(item => Value(item, type.Element!)))}]",
        SpecScalar scalar => Scalar(scalar, type),
        _ => New(type.ComponentKind!, node),
    };

    private static string Scalar(SpecScalar scalar, OptionType type) => type.Kind switch
    {
        OptionKind.Boolean => scalar.Text,
        OptionKind.String => Literals.Text(scalar.Text),
        OptionKind.Choice => $"{Literals.Type(type.ClrName)}.{type.Members[Index(type.Choices, scalar.Text)]}",
        _ => Literals.Number(scalar.Text, type.ClrName),
    };

    private static int Index(EquatableArray<string> choices, string choice)
    {
        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i] == choice)
                return i;
        }

        throw new ArgumentException($"'{choice}' is none of the choices.", nameof(choice));
    }
}
