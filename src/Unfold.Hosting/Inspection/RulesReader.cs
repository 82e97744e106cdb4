using System.Collections.Immutable;
using System.Reflection.Metadata;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Reads a property's data annotations.</summary>
internal static class RulesReader
{
    public static OptionRules Read(MetadataFile file, PropertyDefinition property) => AnnotationReader.Read(AttributeReader
        .Where(file, property.GetCustomAttributes(), AnnotationReader.Knows)
        .Select(found => new Annotation(
            found.FullName,
            [.. found.Value.FixedArguments.SelectMany(argument => Values(argument.Value))],
            found.Value.NamedArguments.ToDictionary(n => n.Name!, n => n.Value is ImmutableArray<CustomAttributeTypedArgument<string>> ? null : n.Value, StringComparer.Ordinal))));

    private static IEnumerable<object?> Values(object? argument) => argument switch
    {
        ImmutableArray<CustomAttributeTypedArgument<string>> { IsDefault: true } => [],
        ImmutableArray<CustomAttributeTypedArgument<string>> several => several.SelectMany(item => Values(item.Value)),
        _ => [argument],
    };
}
