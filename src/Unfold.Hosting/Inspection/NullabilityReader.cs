using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Unfold.Hosting;

/// <summary>
/// The compiler's nullable annotations. A property carries one flag for each reference type of its type, outermost first
/// (or one for all); without any, the nearest enclosing type's context holds. 2 means that null is allowed.
/// </summary>
internal static class NullabilityReader
{
    private const string Annotation = "System.Runtime.CompilerServices.NullableAttribute";
    private const string Context = "System.Runtime.CompilerServices.NullableContextAttribute";
    private const byte Allowed = 2;

    /// <summary>Whether the reference type at <paramref name="position"/> of the property's type may be null.</summary>
    public static bool AllowsNull(ResolvedType declaring, PropertyDefinition property, int position)
    {
        if (AttributeReader.Find(declaring.File, property.GetCustomAttributes(), Annotation) is not { } annotation)
            return ContextOf(declaring) == Allowed;
        return annotation.FixedArguments[0].Value switch
        {
            byte all => all == Allowed,
            ImmutableArray<CustomAttributeTypedArgument<string>> each => position < each.Length && each[position].Value is Allowed,
            _ => false,
        };
    }

    private static byte ContextOf(ResolvedType type)
    {
        // The full name of a type is only found where its nesting ends, so that this ends too.
        for (var definition = type.Definition; ; definition = type.Reader.GetTypeDefinition(definition.GetDeclaringType()))
        {
            if (AttributeReader.Find(type.File, definition.GetCustomAttributes(), Context) is { } context)
                return (byte)context.FixedArguments[0].Value!;
            if (definition.GetDeclaringType().IsNil)
                return 0;
        }
    }
}
