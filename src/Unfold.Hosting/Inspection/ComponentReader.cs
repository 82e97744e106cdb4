using System.Reflection;
using System.Reflection.Metadata;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Reads the components of an assembly.</summary>
internal sealed class ComponentReader(MetadataLibrary library, MetadataFile file)
{
    private const string Component = "Unfold.ComponentAttribute";
    private const string Requires = "Unfold.RequiresAttribute";

    /// <summary>The components, in the order of the file, with one line for each class that claims to be one and is not.</summary>
    public (IReadOnlyList<ComponentSchema> Components, IReadOnlyList<string> Mistakes) Read()
    {
        var components = new List<ComponentSchema>();
        var mistakes = new List<string>();
        foreach (var handle in file.Reader.TypeDefinitions)
        {
            var attributes = file.Reader.GetTypeDefinition(handle).GetCustomAttributes();
            if (AttributeReader.Find(file, attributes, Component) is not { } marker)
                continue;
            var type = new ResolvedType(library, file, handle);
            try
            {
                components.Add(Read(type, (string?)marker.FixedArguments[0].Value ?? ""));
            }
            catch (ComponentShapeException mistake)
            {
                mistakes.Add($"{type.FullName}: {mistake.Message}");
            }
        }

        return (components, mistakes);
    }

    /// <summary>The public classes that implement a contract and are not marked as a component.</summary>
    public IReadOnlyList<string> Unmarked() => [.. file.Reader.TypeDefinitions
        .Select(handle => new ResolvedType(library, file, handle))
        .Where(type => type.IsPublic && !type.Attributes.HasFlag(TypeAttributes.Abstract)
            && AttributeReader.Find(file, type.Definition.GetCustomAttributes(), Component) is null
            && InterfaceReader.All(type).Any(name => ComponentKind.OfContract(name) is not null))
        .Select(type => type.FullName)];

    private ComponentSchema Read(ResolvedType type, string id)
    {
        if (!type.IsPublic || type.Attributes.HasFlag(TypeAttributes.Abstract) || type.Definition.GetGenericParameters().Count > 0)
            throw new ComponentShapeException("a component is a public, non-nested, non-generic class that is not abstract");

        if (!JsonNames.IsId(id))
            throw new ComponentShapeException($"its id '{id}' is not in lower-case letters, digits and single hyphens");

        var interfaces = InterfaceReader.All(type);
        var kinds = interfaces.Select(ComponentKind.OfContract).OfType<ComponentKind>().ToList();
        if (kinds is not [var kind])
            throw new ComponentShapeException($"it implements {(kinds.Count == 0 ? "no contract" : string.Join(" and ", kinds.Select(k => k.Contract)))}; a component implements exactly one of {string.Join(", ", ComponentKind.All.Select(k => k.Contract))}");

        var options = OptionsOf(type);
        return new ComponentSchema(
            kind.Name,
            id,
            file.Name,
            type.FullName,
            options.FullName,
            OptionsReader.Read(options),
            new([.. interfaces.Where(name => name != kind.Contract)]),
            new([.. Required(type)]));
    }

    /// <summary>The record that the only public constructor takes as its only argument.</summary>
    private static ResolvedType OptionsOf(ResolvedType type)
    {
        var constructors = Constructors(type).ToList();
        var options = constructors is [var only] && only.DecodeSignature(type.Shapes, null).ParameterTypes is [var parameter] ? type.Resolve(parameter) : null;
        if (options is null || !options.IsPublic || !Constructors(options).Any(constructor => constructor.DecodeSignature(options.Shapes, null).ParameterTypes.IsEmpty))
            throw new ComponentShapeException("a component has one public constructor with one argument, its options: a public record with a public constructor without arguments");
        return options;
    }

    private static IEnumerable<MethodDefinition> Constructors(ResolvedType type) => type.Definition.GetMethods()
        .Select(type.Reader.GetMethodDefinition)
        .Where(method => (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public && type.Reader.StringComparer.Equals(method.Name, ".ctor"));

    private IEnumerable<string> Required(ResolvedType type) => AttributeReader
        .All(file, type.Definition.GetCustomAttributes(), Requires)
        .Select(value => (string)value.FixedArguments[0].Value!)
        .Order(StringComparer.Ordinal);
}
