using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Reads the components of the referenced assemblies: the compiler's counterpart of what the host reads from metadata, and equal to it.</summary>
public static class SymbolSchemaReader
{
    private const string Contracts = "Unfold.Abstractions";

    /// <summary>Reads them; sorted, so that equal references give equal values. The code that refers to them plays no part.</summary>
    public static ComponentModel Read(ImmutableArray<MetadataReference> references, CancellationToken cancellation)
    {
        var compilation = CSharpCompilation.Create("References", references: references);
        var components = new List<ComponentSchema>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == Contracts)))
                components.AddRange(Types(assembly.GlobalNamespace).Select(Read).OfType<ComponentSchema>());
        }

        var sorted = components.OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.Assembly, StringComparer.Ordinal);
        var training = compilation.GetTypeByMetadataName("Unfold.TrainingOptions");
        return new ComponentModel(
            new EquatableArray<ComponentSchema>([.. sorted]),
            training is null ? default : SymbolOptionsReader.Read(training) ?? default);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));

    // A class that only claims to be a component offers nothing; 'unfold plugins list' says what is wrong with it.
    private static ComponentSchema? Read(INamedTypeSymbol type)
    {
        if (SymbolFacts.Attributes(type, "Unfold.ComponentAttribute").FirstOrDefault() is not { } marker)
            return null;
        if (type.DeclaredAccessibility != Accessibility.Public || type.IsAbstract || type.IsGenericType)
            return null;
        var id = marker.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        var interfaces = SymbolFacts.Interfaces(type);
        var kinds = interfaces.Select(ComponentKind.OfContract).OfType<ComponentKind>().ToList();
        if (!JsonNames.IsId(id) || kinds.Count != 1 || OptionsOf(type) is not { } options || SymbolOptionsReader.Read(options) is not { } read)
            return null;
        return new ComponentSchema(
            kinds[0].Name,
            id,
            type.ContainingAssembly.Name,
            SymbolFacts.FullName(type),
            SymbolFacts.FullName(options),
            read,
            new EquatableArray<string>([.. interfaces.Where(name => name != kinds[0].Contract)]),
            new EquatableArray<string>([.. Required(type)]));
    }

    private static INamedTypeSymbol? OptionsOf(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
        if (constructors.Count != 1 || constructors[0].Parameters.Length != 1 || constructors[0].Parameters[0].Type is not INamedTypeSymbol options)
            return null;
        var canBeMade = options.InstanceConstructors.Any(c => c.DeclaredAccessibility == Accessibility.Public && c.Parameters.IsEmpty);
        return options.DeclaredAccessibility == Accessibility.Public && canBeMade ? options : null;
    }

    private static IEnumerable<string> Required(INamedTypeSymbol type) => SymbolFacts.Attributes(type, "Unfold.RequiresAttribute")
        .Select(a => a.ConstructorArguments[0].Value)
        .OfType<INamedTypeSymbol>()
        .Select(SymbolFacts.FullName)
        .OrderBy(name => name, StringComparer.Ordinal);
}
