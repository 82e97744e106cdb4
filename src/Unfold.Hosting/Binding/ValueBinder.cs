using System.Globalization;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Turns checked values of a spec into the CLR values that an options property takes.</summary>
/// <param name="bindComponent">Builds a nested component of a kind.</param>
internal sealed class ValueBinder(Func<string, SpecNode, object> bindComponent)
{
    /// <param name="type">What the schema says.</param>
    /// <param name="target">The property's CLR type, or a list element's.</param>
    /// <param name="node">The value.</param>
    public object? Bind(OptionType type, Type target, SpecNode node)
    {
        if (node is SpecScalar { Kind: SpecScalarKind.Null })
            return null;
        return type.Kind switch
        {
            OptionKind.Component => bindComponent(type.ComponentKind!, node),
            OptionKind.List => List(type.Element!, target, (SpecArray)node),
            _ => Scalar(type, Nullable.GetUnderlyingType(target) ?? target, ((SpecScalar)node).Text),
        };
    }

    private static object Scalar(OptionType type, Type target, string text) => type.Kind switch
    {
        OptionKind.Choice => Enum.Parse(target, type.Members[IndexOf(type.Choices, text)]),
        OptionKind.String => text,
        _ => Convert.ChangeType(text, target, CultureInfo.InvariantCulture),
    };

    /// <summary>An array serves every list type that an option may have.</summary>
    private Array List(OptionType element, Type target, SpecArray node)
    {
        var elementType = target.IsArray ? target.GetElementType()! : target.GetGenericArguments()[0];
        var array = Array.CreateInstance(elementType, node.Items.Count);
        for (var i = 0; i < array.Length; i++)
            array.SetValue(Bind(element, elementType, node.Items[i]), i);
        return array;
    }

    private static int IndexOf(EquatableArray<string> choices, string text) => choices.ToList().IndexOf(text);
}
