using System.Reflection;
using System.Reflection.Metadata;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Maps the type of an options property to the JSON that it accepts.</summary>
internal sealed class OptionTypeReader(ResolvedType declaring, PropertyDefinition property)
{
    private const string NullableValue = "System.Nullable`1";

    /// <exception cref="ComponentShapeException">JSON has nothing for this type.</exception>
    public OptionType Read() => Read(property.DecodeSignature(declaring.Shapes, null).ReturnType, position: 0);

    private OptionType Read(TypeShape shape, int position)
    {
        if (shape.FullName == NullableValue)
            return Read(shape.Arguments[0], position) with { Nullable = true };

        var nullable = !shape.IsValueType && NullabilityReader.AllowsNull(declaring, property, position);
        if (shape.IsArray || ClrTypes.IsList(shape.FullName))
        {
            var element = Read(shape.Arguments[0], position + 1);
            if (element.Kind == OptionKind.List)
                throw Unsupported("a list of lists");
            return new OptionType(OptionKind.List, nullable, element.ClrName, Element: element);
        }

        if (ClrTypes.ScalarKind(shape.FullName) is { } scalar)
            return new OptionType(scalar, nullable, shape.FullName);
        if (ComponentKind.OfContract(shape.FullName) is { } kind)
            return new OptionType(OptionKind.Component, nullable, shape.FullName, kind.Name);
        if (shape.IsValueType && declaring.Resolve(shape) is { } type && IsEnum(type))
            return Choice(type, nullable);
        throw Unsupported(shape.FullName);
    }

    private static bool IsEnum(ResolvedType type) => type.Shapes.Of(type.Definition.BaseType).FullName == "System.Enum";

    private static OptionType Choice(ResolvedType type, bool nullable)
    {
        // The members are the literal fields; value__ is the one that is not.
        string[] members = [.. type.Definition.GetFields()
            .Select(type.Reader.GetFieldDefinition)
            .Where(field => field.Attributes.HasFlag(FieldAttributes.Literal))
            .Select(field => type.Reader.GetString(field.Name))];
        return new OptionType(OptionKind.Choice, nullable, type.FullName, Choices: new(members.Select(JsonNames.Kebab).ToArray()), Members: new(members));
    }

    private ComponentShapeException Unsupported(string what) => new(
        $"option {declaring.FullName}.{declaring.Reader.GetString(property.Name)} is {what}; an option is a bool, int, long, float, double, string, enum, a component contract, or a list of one of them");
}
