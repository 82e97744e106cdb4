using Microsoft.CodeAnalysis;

namespace Unfold.Generators;

/// <summary>Names and relations of symbols, as metadata spells them.</summary>
internal static class SymbolFacts
{
    /// <summary>Namespace and metadata name: <c>System.IEquatable`1</c>.</summary>
    public static string FullName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{FullName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;

    /// <summary>The attributes of a type name.</summary>
    public static IEnumerable<AttributeData> Attributes(ISymbol symbol, string fullName) =>
        symbol.GetAttributes().Where(a => a.AttributeClass is { } type && FullName(type) == fullName);

    /// <summary>The type and its bases, without those of the framework.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(INamedTypeSymbol type)
    {
        for (var level = type; level is not null && !IsFramework(level); level = level.BaseType)
            yield return level;
    }

    /// <summary>All interfaces, sorted ordinally. Those of the framework appear, what they extend does not.</summary>
    public static IReadOnlyCollection<string> Interfaces(INamedTypeSymbol type)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var level in SelfAndBases(type))
            Collect(level, found);
        return found;
    }

    private static void Collect(INamedTypeSymbol type, SortedSet<string> found)
    {
        foreach (var implemented in type.Interfaces)
        {
            if (found.Add(FullName(implemented)) && !IsFramework(implemented))
                Collect(implemented, found);
        }
    }

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.ContainingAssembly is { Name: var name } && (name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "netstandard" or "mscorlib");
}
