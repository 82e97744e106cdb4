using System.Reflection;
using System.Reflection.Metadata;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Reads an options record: its public settable properties, those of its base records included, by JSON name.</summary>
internal static class OptionsReader
{
    private const string Required = "System.Runtime.CompilerServices.RequiredMemberAttribute";

    /// <exception cref="ComponentShapeException">A property's type has no JSON.</exception>
    public static EquatableArray<OptionSchema> Read(ResolvedType options)
    {
        var found = new SortedDictionary<string, OptionSchema>(StringComparer.Ordinal);
        foreach (var type in options.SelfAndBases())
        {
            foreach (var handle in type.Definition.GetProperties())
            {
                var property = type.Reader.GetPropertyDefinition(handle);
                if (IsSettable(type, property))
                {
                    var option = Read(type, property);
                    found.TryAdd(option.Name, option);
                }
            }
        }

        return new EquatableArray<OptionSchema>([.. found.Values]);
    }

    private static OptionSchema Read(ResolvedType type, PropertyDefinition property)
    {
        var name = type.Reader.GetString(property.Name);
        return new OptionSchema(
            JsonNames.Camel(name),
            name,
            new OptionTypeReader(type, property).Read(),
            AttributeReader.Has(type.File, property.GetCustomAttributes(), Required),
            RulesReader.Read(type.File, property));
    }

    private static bool IsSettable(ResolvedType type, PropertyDefinition property)
    {
        var setter = property.GetAccessors().Setter;
        if (setter.IsNil)
            return false;
        var attributes = type.Reader.GetMethodDefinition(setter).Attributes;
        return (attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public && !attributes.HasFlag(MethodAttributes.Static);
    }
}
