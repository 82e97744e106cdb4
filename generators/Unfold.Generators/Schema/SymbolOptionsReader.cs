using System.Globalization;
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
                found.Add(name, new OptionSchema(name, property.Name, type, property.IsRequired, Range(property)));
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

    private static NumberRange? Range(IPropertySymbol property)
    {
        if (SymbolFacts.Attributes(property, "System.ComponentModel.DataAnnotations.RangeAttribute").FirstOrDefault() is not { } range)
            return null;
        // (int, int), (double, double), or (Type, string, string).
        var bounds = range.ConstructorArguments;
        bool Named(string name) => range.NamedArguments.Any(a => a.Key == name && a.Value.Value is true);
        return new NumberRange(Number(bounds[bounds.Length - 2]), Number(bounds[bounds.Length - 1]), Named("MinimumIsExclusive"), Named("MaximumIsExclusive"));
    }

    private static double Number(TypedConstant bound) => Convert.ToDouble(bound.Value, CultureInfo.InvariantCulture);
}
