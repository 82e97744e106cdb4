using System.Reflection.Metadata;

namespace Unfold.Hosting;

/// <summary>Names the types inside attribute arguments. The attributes that are read have no enum arguments.</summary>
internal sealed class AttributeTypeProvider(MetadataFile file) : ICustomAttributeTypeProvider<string>
{
    private readonly TypeShapeProvider _shapes = new(file);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => _shapes.GetPrimitiveType(typeCode).FullName;

    public string GetSystemType() => "System.Type";

    public bool IsSystemType(string type) => type == "System.Type";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => _shapes.Of(handle).FullName;

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => _shapes.Of(handle).FullName;

    /// <summary>The compiler writes <c>Full.Name, Assembly, Version=…</c>, or only the full name for a type of the same assembly.</summary>
    public string GetTypeFromSerializedName(string name) => name.Split(',', 2)[0];

    public PrimitiveTypeCode GetUnderlyingEnumType(string type) => throw new InvalidDataException($"An attribute has an argument of the enum {type}, which none that Unfold reads has.");
}
