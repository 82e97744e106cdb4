using Microsoft.CodeAnalysis;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Reads an options record: its public settable properties, those of its base records included, by JSON name.</summary>
internal static class SymbolOptionsReader
{
    /// <summary>The options, or null where a property's type has no JSON.</summary>
    public static EquatableArray<OptionSchema>? Read(INamedTypeSymbol options)
    {
        var found = new SortedDictionary<string, OptionSchema>(StringComparer.Ordinal);
        foreach (var property in SymbolFacts.SelfAndBases(options).SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()))
        {
            if (property.IsStatic || property.IsIndexer || property.SetMethod is not { DeclaredAccessibility: Accessibility.Public })
                continue;
            if (Type(property.Type) is not { } type)
                return null;
            var name = JsonNames.Camel(property.Name);
            if (!found.ContainsKey(name))
                found.Add(name, new OptionSchema(name, property.Name, type, property.IsRequired, Rules(property)));
        }

        return new EquatableArray<OptionSchema>([.. found.Values]);
    }

    private static OptionType? Type(ITypeSymbol type)
    {
        var nullable = !type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return List(array.ElementType, nullable);
        if (type is not INamedTypeSymbol named)
            return null;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Type(named.TypeArguments[0]) is { } inner ? inner with { Nullable = true } : null;
        var name = SymbolFacts.FullName(named);
        if (ClrTypes.IsList(name))
            return List(named.TypeArguments[0], nullable);
        if (ClrTypes.ScalarKind(name) is { } scalar)
            return new OptionType(scalar, nullable, name);
        if (ComponentKind.OfContract(name) is { } kind)
            return new OptionType(OptionKind.Component, nullable, name, kind.Name);
        return named.TypeKind == TypeKind.Enum ? Choice(named, name) : null;
    }

    private static OptionType? List(ITypeSymbol item, bool nullable) =>
        Type(item) is { Kind: not OptionKind.List } element ? new OptionType(OptionKind.List, nullable, element.ClrName, Element: element) : null;

    private static OptionType Choice(INamedTypeSymbol type, string name)
    {
        string[] members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(f => f.IsConst).Select(f => f.Name)];
        return new OptionType(OptionKind.Choice, Nullable: false, name, Choices: new([.. members.Select(JsonNames.Kebab)]), Members: new(members));
    }

    private static OptionRules Rules(IPropertySymbol property) => AnnotationReader.Read(property.GetAttributes()
        .Where(a => a.AttributeClass is { } type && AnnotationReader.Knows(SymbolFacts.FullName(type)))
        .Select(a => new Annotation(
            SymbolFacts.FullName(a.AttributeClass!),
            [.. a.ConstructorArguments.SelectMany(Values)],
            a.NamedArguments.ToDictionary(n => n.Key, n => n.Value.Kind == TypedConstantKind.Array ? null : n.Value.Value))));

    private static IEnumerable<object?> Values(TypedConstant argument) =>
        argument.Kind != TypedConstantKind.Array ? [argument.Value] : argument.IsNull ? [] : argument.Values.SelectMany(Values);
}
