using System.Reflection.Metadata;

namespace Unfold.Hosting;

/// <summary>Finds and decodes custom attributes by the full name of their class.</summary>
internal static class AttributeReader
{
    /// <summary>All attributes of that class.</summary>
    public static IEnumerable<CustomAttributeValue<string>> All(MetadataFile file, CustomAttributeHandleCollection handles, string fullName)
    {
        var shapes = new TypeShapeProvider(file);
        foreach (var handle in handles)
        {
            var attribute = file.Reader.GetCustomAttribute(handle);
            if (shapes.Of(ClassOf(file.Reader, attribute)).FullName == fullName)
                yield return attribute.DecodeValue(new AttributeTypeProvider(file));
        }
    }

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
