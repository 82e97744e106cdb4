using System.Reflection.Metadata;

namespace Unfold.Hosting;

/// <summary>Finds and decodes custom attributes by the full name of their class.</summary>
internal static class AttributeReader
{
    /// <summary>All attributes of the classes that are meant.</summary>
    public static IEnumerable<(string FullName, CustomAttributeValue<string> Value)> Where(MetadataFile file, CustomAttributeHandleCollection handles, Func<string, bool> isMeant)
    {
        var shapes = new TypeShapeProvider(file);
        foreach (var handle in handles)
        {
            var attribute = file.Reader.GetCustomAttribute(handle);
            if (shapes.Of(ClassOf(file.Reader, attribute)).FullName is var fullName && isMeant(fullName))
                yield return (fullName, attribute.DecodeValue(new AttributeTypeProvider(file)));
        }
    }

    /// <summary>All attributes of that class.</summary>
    public static IEnumerable<CustomAttributeValue<string>> All(MetadataFile file, CustomAttributeHandleCollection handles, string fullName) =>
        Where(file, handles, name => name == fullName).Select(found => found.Value);

    /// <summary>The first attribute of that class, or null.</summary>
    public static CustomAttributeValue<string>? Find(MetadataFile file, CustomAttributeHandleCollection handles, string fullName)
    {
        foreach (var value in All(file, handles, fullName))
            return value;
        return null;
    }

    /// <summary>Whether there is one.</summary>
    public static bool Has(MetadataFile file, CustomAttributeHandleCollection handles, string fullName) => Find(file, handles, fullName) is not null;

    private static EntityHandle ClassOf(MetadataReader reader, CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MethodDefinition
        ? reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()
        : reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
}
